using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Many models in one pipeline: side by side, in order, bounded, and over when the pipeline is.</summary>
[StartsEarly]
public sealed class BulkTests : SandboxTest
{
    private const int Models = 30;
    private readonly List<string> _ids = [];

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        for (int i = 0; i < Models; i++)
        {
            _ids.Add(Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", $"Model {i:00}", "Retail/Models"));
        }

        Shell.Set("ids", _ids.ToArray());
        Shell.Set("folder", Folder.FullName);
        Shell.Set("requests", Requests);
        Server.Options.Latency = TimeSpan.FromMilliseconds(20);
    }

    [Theory]
    [InlineData("Get-SigmaDataModelSpec", 5)]
    [InlineData("Get-SigmaDataModelSpec -ThrottleLimit 2", 2)]
    [InlineData("Export-SigmaDataModelSpec $folder", 5)]
    [InlineData("Export-SigmaDataModelSpec $folder -ThrottleLimit 1", 1)]
    [CoversParameter("Get-SigmaDataModelSpec", "ThrottleLimit")]
    [CoversParameter("Export-SigmaDataModelSpec", "ThrottleLimit")]
    public void As_many_are_in_flight_as_may_be_and_no_more(string command, int limit)
    {
        Server.Faults.Gather("/spec", limit);
        Run("$ids | " + command).MustSucceed();
        Assert.Equal(limit, Requests.MaxInFlight);
        Assert.Equal(Models, Requests.Count("GET", "**/spec"));
    }

    [Theory]
    [InlineData("Get-SigmaDataModel", "*")]
    [InlineData("Get-SigmaDataModelColumn", "*/columns")]
    [InlineData("Get-SigmaDataModelElement", "*/elements")]
    [InlineData("Get-SigmaDataModelSource", "*/sources")]
    [InlineData("Get-SigmaDataModelLineage", "*/lineage")]
    [InlineData("Get-SigmaDataModelTag", "*/tags")]
    [CoversParameter("Get-SigmaDataModel", "ThrottleLimit")]
    [CoversParameter("Get-SigmaDataModelColumn", "ThrottleLimit")]
    [CoversParameter("Get-SigmaDataModelElement", "ThrottleLimit")]
    [CoversParameter("Get-SigmaDataModelSource", "ThrottleLimit")]
    [CoversParameter("Get-SigmaDataModelLineage", "ThrottleLimit")]
    [CoversParameter("Get-SigmaDataModelTag", "ThrottleLimit")]
    public void Look_ups_of_piped_models_are_side_by_side_too(string command, string path)
    {
        string held = "/" + path.TrimStart('*', '/');
        Server.Faults.Gather(held, 5);
        Run($"$ids | {command}").MustSucceed();
        Assert.Equal((5, Models), (Requests.MaxInFlight, Requests.Count("GET", "/v2/dataModels/" + path)));
        Requests.Clear();
        Server.Faults.Disarm();
        Server.Faults.Gather(held, 2);
        Run($"$ids | {command} -ThrottleLimit 2").MustSucceed();
        Assert.Equal((2, Models), (Requests.MaxInFlight, Requests.Count("GET", "/v2/dataModels/" + path)));
    }

    [Fact]
    public void Lists_of_several_pages_come_whole_and_in_the_order_of_the_input()
    {
        string[] three = [.. _ids.Take(3)];
        foreach (string id in three)
        {
            Organization.EditAsColleague(id, spec => spec["pages"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse(Page(id))));
        }

        Server.Options.PageSizeCap = 4;
        Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMilliseconds(300)) with { PathContains = _ids[0] + "/columns" });
        Assert.Equal(
            three.SelectMany(id => Enumerable.Range(0, 10).Select(i => $"{id} C{i}")),
            Run("$ids | Get-SigmaDataModelColumn | ForEach-Object { $_.DataModelId + ' ' + $_.Name }").MustSucceed().Texts);

        static string Page(string id) =>
            $$"""{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"E","source":{"kind":"sql","connectionId":"{{id}}","statement":"select 1"},"columns":[{{string.Join(",", Enumerable.Range(0, 10).Select(i => $$"""{"id":"c{{i}}","name":"C{{i}}","formula":"{{i}}"}"""))}}]}]}""";
    }

    [Fact]
    public void They_are_asked_for_in_the_order_of_the_input_too()
    {
        Run("$ids | Get-SigmaDataModelSpec -ThrottleLimit 1").MustSucceed();
        Assert.Equal(_ids, Requests.Find("GET", "**/spec").Select(request => request.Path.Split('/')[^2]));
    }

    [Fact]
    public void Limit_above_the_session_s_is_refused() =>
        Assert.Equal("ParameterArgumentValidationError", Run("$ids | Get-SigmaDataModelSpec -ThrottleLimit 6").ErrorId);

    [Theory]
    [InlineData("Get-SigmaDataModelSpec | ForEach-Object { $_.name }")]
    [InlineData("Export-SigmaDataModelSpec $folder -PassThru | ForEach-Object { $_.Name }")]
    public void Results_have_the_order_of_the_input_and_not_of_the_responses(string command)
    {
        foreach (int slow in new[] { 0, 7, 8, 21 })
        {
            Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMilliseconds(300)) with { PathContains = _ids[slow] });
        }

        Assert.Equal(Enumerable.Range(0, Models).Select(i => $"Model {i:00}"), Run("$ids | " + command).MustSucceed().Texts);
    }

    [Fact]
    public void Behind_a_slow_one_the_others_are_read_but_no_more_than_ten()
    {
        // The first gets its response when others have been requested.
        Tally others = new();
        Server.Faults.Arm(new Fault { PathContains = _ids[0], Meanwhile = () => others.ReachAsync(2) });
        Server.Faults.Arm(new Fault
        {
            PathContains = "/spec",
            Times = int.MaxValue,
            Meanwhile = () =>
            {
                others.Add();
                return Task.CompletedTask;
            },
        });
        string[] seen =
        [
            .. Run("$ids | Get-SigmaDataModelSpec | ForEach-Object { $requests.Count('GET', '**/spec') }")
                .MustSucceed()
                .Texts.OfType<string>(),
        ];
        Assert.InRange(int.Parse(seen[0], System.Globalization.CultureInfo.InvariantCulture), 3, 10);
        Assert.Equal(Models, seen.Length);
    }

    [Fact]
    public void One_that_fails_is_one_error_in_its_place()
    {
        Server.Faults.Arm(KnownFaults.Status(500) with { PathContains = _ids[3] });
        Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMilliseconds(300)) with { PathContains = _ids[1] });
        string?[] seen =
        [
            .. Run(
                "$ids | Get-SigmaDataModelSpec 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { "
                    + "$_.TargetObject } else { $_.name } }"
            ).Texts,
        ];
        Assert.Equal(Enumerable.Range(0, Models).Select(i => i == 3 ? _ids[3] : $"Model {i:00}"), seen);
    }

    [Fact]
    public void Finished_results_are_written_while_the_input_is_slow()
    {
        // Each item is given only after the one before has its response; some of them have to come out before the input ends.
        ShellResult result = Run(
            """
            $given = [ref] 0
            & { foreach ($i in 0..8) { $ids[$i]; while (@($requests.All | Where-Object { $_.Status -eq 200 }).Count -le $i) { [System.Threading.Thread]::Yield() | Out-Null } }; "at the end of the input: $($given.Value -gt 0)" | Out-Host } |
                Get-SigmaDataModelSpec | ForEach-Object { $given.Value++ }
            $given.Value
            """).MustSucceed();
        Assert.Contains("at the end of the input: True", result.Host);
        Assert.Equal(["9"], result.Texts);
    }

    [Theory]
    [InlineData("do { $ids | Get-SigmaDataModelSpec | ForEach-Object { $_.name; break } } while ($false)")]
    [InlineData("do { $ids | Export-SigmaDataModelSpec $folder -PassThru | ForEach-Object { $_.Name; break } } while ($false)")]
    public void Early_end_asks_for_no_more_and_leaves_nothing_under_way(string script)
    {
        for (int i = 1; i < Models; i++)
        {
            Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMinutes(5)) with { PathContains = _ids[i] });
        }

        Assert.Equal(["Model 00"], Run(script).MustSucceed().Texts);
        Assert.InRange(RequestsUntilNoneIsUnderWay(), 1, 10);
    }

    [Theory]
    [InlineData("$ids | Get-SigmaDataModelSpec")]
    [InlineData("$ids | Export-SigmaDataModelSpec $folder")]
    public async Task Stop_ends_them_all_at_once(string script)
    {
        Server.Options.Latency = TimeSpan.FromMinutes(5);
        using PowerShell shell = PowerShell.Create(Shell.Runspace);
        shell.AddScript(script);
        IAsyncResult running = shell.BeginInvoke();
        while (Requests.Count("GET", "**/spec") < 5)
        {
            await Task.Yield();
        }

        await Task.Run(shell.Stop).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(running.IsCompleted);
        Assert.Equal(5, RequestsUntilNoneIsUnderWay());
        Assert.Empty(Folder.GetFiles());
    }

    [Fact]
    public void Long_work_shows_how_far_it_is_and_takes_the_bar_away()
    {
        Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMilliseconds(1600)) with { PathContains = _ids[4] });
        using PowerShell shell = PowerShell.Create(Shell.Runspace);
        shell.AddScript("$ids | Get-SigmaDataModelSpec | ForEach-Object { $_.name }");
        Assert.Equal(Models, shell.Invoke().Count);
        ProgressRecord[] shown = [.. shell.Streams.Progress.Where(p => p.Activity == "Get-SigmaDataModelSpec")];
        Assert.Matches("^[0-9]+ done, [0-9]+ in progress$", shown[0].StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, shown[^1].RecordType);
    }

    private int RequestsUntilNoneIsUnderWay()
    {
        DateTimeOffset end = DateTimeOffset.UtcNow.AddSeconds(60);
        int asked = 0;
        do
        {
            Assert.True(DateTimeOffset.UtcNow < end, "requests are still under way");
            asked += Requests.Count("GET", "**/spec");
            Requests.Clear();
        }
        while (Requests.MaxInFlight > 0);
        return asked;
    }
}
