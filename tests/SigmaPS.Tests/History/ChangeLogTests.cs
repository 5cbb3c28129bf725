using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.History;

/// <summary>Get-SigmaChange: a generated history of 42 states; the log names each change and invents none.</summary>
public sealed class ChangeLogTests : SandboxTest
{
    private const string Element = GeneratedEdit.Element;
    private const int States = 42;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 5, 8, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<long, string> _expected = [];
    private long _first;

    private protected override SandboxOptions Options => new() { TimeProvider = _time };

    // The edits come first: the clock goes on with them, and a token would not live as long.
    private protected override Shell Open()
    {
        _first = Live.LatestVersion + 1;
        for (int state = 0; state < States; state++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            string line = "";
            int version = Organization.EditAsColleague(PlugsOrders, spec =>
                line = GeneratedEdit.Apply(state, spec["pages"]![0]!["elements"]![0]!.AsObject()));
            _expected[version] = line;
        }

        return base.Open();
    }

    private protected override void Arrange() => Shell.Set("id", PlugsOrders);

    [Fact]
    [CoversParameter("Get-SigmaChange", "DataModel", "Session")]
    public void Log_names_each_change_of_42_states_and_invents_none()
    {
        ShellResult result = Run(
                $"Get-SigmaChange $id -Session (Get-SigmaSession) | Where-Object DocumentVersion -ge {_first} "
                    + "| ForEach-Object { \"$($_.DocumentVersion) $($_.Changes -join '; ')\" }")
            .MustSucceed();
        Assert.Equal(_expected.OrderByDescending(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"), result.Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaChange", "Since")]
    public void Log_of_all_models_shows_who_and_when_and_stops_at_since()
    {
        ShellResult result = Run(
                "Get-SigmaChange -Since 2026-10-06T23:30:00Z "
                    + "| ForEach-Object { \"$($_.DataModelName) $($_.DocumentVersion) "
                    + "$($_.ChangedBy) $($_.ChangedAt.ToString('u'))\" }")
            .MustSucceed();
        Assert.Equal(
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(ago => $"Plugs Orders {_first + States - 1 - ago} Carl Colleague 2026-10-07 0{2 - ago}:00:00Z"),
            ],
            result.Texts);

        // The list of models, the list of members, and the versions: three and the one before them.
        Assert.InRange(Requests.Count("GET"), 4, 8);
    }

    [Fact]
    public void Log_reads_no_further_when_the_pipeline_stops()
    {
        Run("do { Get-SigmaChange $id | ForEach-Object { $_; break } } while ($false)").MustSucceed();
        Assert.InRange(Requests.Count("GET"), 1, 4);
    }

    [Fact]
    public void Log_of_several_models_is_in_one_order()
    {
        string other = Organization.GetModelByName("Orders Joined").Id;
        _time.Advance(TimeSpan.FromMinutes(30));
        Organization.EditAsColleague(other, spec => spec["pages"]![0]!["name"] = "First");
        _time.Advance(TimeSpan.FromMinutes(30));
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Second");
        _time.Advance(TimeSpan.FromMinutes(30));
        Organization.EditAsColleague(other, spec => spec["pages"]![0]!["name"] = "Third");
        ShellResult result = Run("Get-SigmaChange -Since 2026-10-07T02:10:00Z | ForEach-Object { $_.Changes[0].Name }").MustSucceed();
        Assert.Equal(["Third", "Second", "First"], result.Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaChange", "FoldMinutes")]
    public void Saves_of_one_person_are_folded_and_another_person_s_are_not()
    {
        Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].name = 'Mine'; $s | Set-SigmaDataModelSpec").MustSucceed();
        ShellResult result = Run(
                "Get-SigmaChange $id -Since 2026-10-05T08:30:00Z -FoldMinutes 90 "
                    + "| ForEach-Object { \"$($_.FirstVersion) $($_.DocumentVersion) $($_.ChangedBy)\" }")
            .MustSucceed();
        Assert.Equal([$"{_first + States} {_first + States} Ada Admin", $"{_first} {_first + States - 1} Carl Colleague"], result.Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaChange", "Version")]
    public void One_version_is_read_with_two_requests()
    {
        Assert.Equal(
            _expected[_first + 7],
            Run($"(Get-SigmaChange $id -Version {_first + 7}).Changes -join '; '").MustSucceed().Texts.Single());
        Assert.Equal(2, Requests.Count("GET", "**/spec"));
        Assert.Equal("SigmaModelNotFound", Run("Get-SigmaChange $id -Version 999").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaChange", "Element", "Column", "Metric")]
    public void History_of_one_column_is_found_with_few_requests()
    {
        string[] wanted =
        [
            .. _expected
                .Where(pair => pair.Value.Contains("\"Page 1 / " + Element + " / Kept\"", StringComparison.Ordinal))
                .Select(pair => pair.Key)
                .OrderDescending()
                .Select(version => $"{version}"),
        ];
        Assert.Equal(2, wanted.Length);
        ShellResult result = Run(
                $"(Get-SigmaChange 'Plugs Orders' -Element {Element} -Column Kept "
                    + $"| Where-Object DocumentVersion -ge {_first}).DocumentVersion")
            .MustSucceed();
        Assert.Equal(wanted, result.Texts);
        Assert.InRange(Requests.Count("GET", "**/spec"), 3, 16);

        // A metric that is removed by now is found in the versions that had it.
        string[] metric =
        [
            .. _expected
                .Where(pair => pair.Value.Contains(" / Rows 5\"", StringComparison.Ordinal))
                .Select(pair => pair.Key)
                .OrderDescending()
                .Select(version => $"{version}"),
        ];
        Assert.Equal(metric, Run($"(Get-SigmaChange $id -Element {Element} -Metric 'Rows 5').DocumentVersion").MustSucceed().Texts);
        Assert.Equal("SigmaSpecItemNotFound", Run($"Get-SigmaChange $id -Element {Element} -Column Nowhere").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaChange $id -Column Kept").ErrorId);
    }

    [Fact]
    public void Log_becomes_a_mail_in_Markdown()
    {
        string mail = Run("Get-SigmaChange -Since 2026-10-07T01:30:00Z | ConvertTo-SigmaMarkdown -Title Week")
            .MustSucceed()
            .Texts.Single()!;
        Assert.Contains("# Week", mail);
        Assert.Contains("Carl Colleague, 2026-10-07 02:00Z, version " + (_first + States - 1), mail);
        Assert.Contains("No change.", Run("Get-SigmaChange -Since 2026-10-08 | ConvertTo-SigmaMarkdown").MustSucceed().Texts.Single());
    }

    // The clock of the history is behind the real one, so that a thousand days cover it.
    [Theory]
    [InlineData("1000d")]
    [InlineData("'1000d'")]
    [InlineData("24000h")]
    [InlineData("1000.00:00:00")]
    [InlineData("([timespan]::FromDays(1000))")]
    [InlineData("([datetime]'2026-10-05')")]
    public void Since_takes_a_date_or_the_time_that_has_passed(string since) =>
        Assert.Equal(
            $"{_first + States - 1}",
            Run($"@(Get-SigmaChange $id -Since {since})[0].DocumentVersion").MustSucceed().Texts.Single());

    [Theory]
    [InlineData("'{0:yyyy-MM-dd HH:mm}'")]
    [InlineData("'{0:yyyy-MM-ddTHH:mm:ss}'")]
    [InlineData("([datetime]'{0:yyyy-MM-dd HH:mm}')")]
    [InlineData("([datetime]::SpecifyKind('{1:yyyy-MM-dd HH:mm}', 'Utc'))")]
    [InlineData("'{1:yyyy-MM-ddTHH:mm:ssZ}'")]
    public void Since_without_a_time_zone_counts_in_the_zone_of_the_computer(string since)
    {
        DateTimeOffset moment = new(2026, 10, 6, 23, 30, 0, TimeSpan.Zero);
        string argument = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            since,
            moment.ToLocalTime().DateTime,
            moment.UtcDateTime);
        Assert.Equal(3, Run($"Get-SigmaChange $id -Since {argument}").MustSucceed().Output.Count);
    }

    [Fact]
    public void Undo_of_each_version_of_the_history_and_then_of_the_undo_gives_the_last_version_or_it_is_a_conflict()
    {
        int[] outcomes = [0, 0];
        string last = Pages();
        for (long version = _first; version < _first + States; version++)
        {
            ShellResult undone = Run($"Undo-SigmaChange $id {version} -AllowRemoval -PassThru");
            outcomes[undone.Errors.Count]++;
            if (undone.Errors.Count > 0)
            {
                Assert.Equal("SigmaSpecConflict", undone.ErrorId);
            }
            else if (undone.Property("Status")!.ToString() == "Updated")
            {
                // The newest change comes first, and reading ends with it. Another test reads all of them.
                Run("do { Get-SigmaChange $id | ForEach-Object { $newest = $_; break } } while ($false); "
                    + "$newest | Undo-SigmaChange -AllowRemoval").MustSucceed();
            }

            Assert.Equal(last, Pages());
        }

        Assert.True(outcomes[0] > 5 && outcomes[1] > 5, $"{outcomes[0]} undone, {outcomes[1]} conflicts.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Since 2999-01-01")]
    [InlineData("-Version 3")]
    public void Log_refuses_arguments_that_do_not_fit(string arguments) =>
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaChange " + arguments).ErrorId);

    [Fact]
    public void Model_that_cannot_be_read_does_not_end_the_log_of_the_others()
    {
        string other = Organization.GetModelByName("Orders Joined").Id;
        Organization.EditAsColleague(other, spec => spec["pages"]![0]!["name"] = "Readable");
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = $"{PlugsOrders}/spec", Status = 403, Times = int.MaxValue });
        ShellResult result = Run("Get-SigmaChange -Since 2026-10-07T01:30:00Z");
        Assert.Equal("SigmaPermissionDenied", result.ErrorId);
        Assert.Equal("Orders Joined", PSObject.AsPSObject(result.Output.Single()!).Properties["DataModelName"].Value);
    }

    private string Pages() => JsonNode.Parse(Live.SpecJson)!["pages"]!.ToJsonString();
}
