using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A publish under a warning preference of Stop: the first finding ends it only when all is done and reported.</summary>
public sealed class StoppedByWarningTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(2);
        _shop.Write(3);
        _shop.Publish().MustSucceed();
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("", "-WarningAction Stop")]
    [InlineData("$WarningPreference = 'Stop';", "")]
    public void All_results_the_run_file_and_the_error_are_there_although_a_finding_stops(string before, string more)
    {
        Change(1);
        Change(2);
        Change(3);
        _shop.Shell.Run("$plan = New-SigmaReleasePlan $models prod").MustSucceed();

        // Model 01 is not read back, which is a finding; model 03 is refused by the service.
        _shop.Server.Faults.Arm(new Fault { Method = "GET", PathContains = $"{_shop.LiveModel(1).Id}/columns", Times = 9, Status = 500 });
        _shop.Server.Faults.Arm(new Fault { Method = "PUT", PathContains = _shop.LiveModel(3).Id, Status = 400 });
        ShellResult result = _shop.Shell.Run(
            $"{before} $seen = [Collections.ArrayList]::new(); try {{ $plan | Publish-SigmaReleasePlan -Confirm:$false -OnError Continue "
                + $"-RunPath \"$root/runs\" {more} | ForEach-Object {{ [void]$seen.Add(\"$($_.Name) $($_.Status)\") }} }} catch {{ "
                + "$caught = $_ }; $seen; \"caught: $($caught.Exception.GetType().Name)\""
        );
        Assert.Equal(
            ["Model 01 Updated", "Model 02 Updated", "Model 03 Failed"],
            result.Texts.Where(text => text!.StartsWith("Model", StringComparison.Ordinal)).Order());
        Assert.Contains("caught: ActionPreferenceStopException", result.Texts);
        Assert.Contains(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("SigmaReleaseIncomplete", StringComparison.Ordinal));
        JsonNode run = JsonNode.Parse(File.ReadAllText(RunFile()))!;
        Assert.Equal(["Updated", "Updated", "Failed"], run["models"]!.AsArray().Select(model => model!["status"]!.GetValue<string>()));
    }

    [Fact]
    public void Run_is_put_back_before_the_models_that_it_made_are_named()
    {
        _shop.Write(0);
        Change(1);
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        JsonNode run = JsonNode.Parse(File.ReadAllText(RunFile()))!;
        Assert.Equal(["Created", "Updated"], run["models"]!.AsArray().Select(model => model!["status"]!.GetValue<string>()));
        ShellResult result = _shop.Shell.Run(
            $"try {{ Undo-SigmaRelease -RunFile '{RunFile()}' -WarningAction Stop }} catch {{ \"caught: $($_.Exception.GetType().Name)\" }}"
        );
        Assert.Contains("caught: ActionPreferenceStopException", result.Texts);
        Assert.Contains("[Net Revenue] * 2", _shop.LiveModel(1).SpecJson);
    }

    private string RunFile() => Directory.GetFiles(Path.Combine(_shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single();

    private void Change(int number)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(number)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        _shop.Save(number, model);
    }
}
