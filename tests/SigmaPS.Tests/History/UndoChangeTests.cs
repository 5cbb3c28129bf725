using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.History;

/// <summary>Undo-SigmaChange: one version's changes go, all later ones stay, and a later change of the same item is a conflict.</summary>
public sealed class UndoChangeTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
    }

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Undo_reverts_one_version_keeps_later_ones_and_can_be_undone(IdMode ids)
    {
        await RestartAsync(new SandboxOptions { IdMode = ids });
        Save("$el.columns[0].description = 'Of the first'");
        Save("$el.columns[1].description = 'Of the second'");
        Save("$el.columns += @{ id = 'added'; name = 'Added'; formula = '1' }");
        string last = Content();
        Assert.Equal("Updated", Run("Undo-SigmaChange $id 3 -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Null(Column(0)["description"]);
        Assert.Equal("Of the second", Column(1)["description"]!.GetValue<string>());
        Assert.Contains("Added", Content(), StringComparison.Ordinal);
        Run("@(Get-SigmaChange $id)[0] | Undo-SigmaChange").MustSucceed();
        Assert.Equal(last, Content());
    }

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Undo_that_dies_behind_any_request_is_finished_by_the_next_one(IdMode ids)
    {
        string? expected = null;
        for (int death = 0; ; death++)
        {
            await RestartAsync(new SandboxOptions { IdMode = ids });
            Save("$el.columns[0].description = 'Of the first'");
            Save("$el.columns[1].description = 'Of the second'");
            Requests.Clear();
            Server.Faults.Arm(new Fault { Skip = death, Times = int.MaxValue, ApplyThenDrop = true });
            bool died = Run("Undo-SigmaChange $id 3").Errors.Count > 0;
            Server.Faults.Disarm();
            Run("Undo-SigmaChange $id 3").MustSucceed();
            expected ??= Content();
            Assert.Equal(expected, Content());
            Assert.Equal("Of the second", Column(1)["description"]!.GetValue<string>());
            Assert.Equal(5, Live.LatestVersion);
            if (!died)
            {
                Assert.InRange(death, 5, int.MaxValue);
                return;
            }
        }
    }

    [Fact]
    [CoversParameter("Undo-SigmaChange", "DataModel", "Version", "PassThru", "Session")]
    public void Later_change_of_the_same_item_is_a_conflict_that_shows_all_three()
    {
        Save("$el.columns[0].description = 'Of the first'");
        Save("$el.columns[0].description = 'Of the second'");
        Requests.Clear();
        ShellResult refused = Run("Undo-SigmaChange -DataModel 'Plugs Orders' -Version 3 -PassThru -Session (Get-SigmaSession)");
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        foreach (string value in new[] { "(none)", "Of the first", "Of the second", "Restore-SigmaDataModelSpec" })
        {
            Assert.Contains(value, refused.ErrorText);
        }

        Assert.Equal(0, Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Undo-SigmaChange", "FirstVersion")]
    public void Several_versions_are_undone_together()
    {
        Save("$el.columns[0].description = 'Of the first'");
        Save("$el.columns[0].description = 'Of the second'");
        Save("$el.columns[1].description = 'Stays'");
        Run("Undo-SigmaChange $id -FirstVersion 3 -Version 4").MustSucceed();
        Assert.Null(Column(0)["description"]);
        Assert.Equal("Stays", Column(1)["description"]!.GetValue<string>());
    }

    [Fact]
    [CoversParameter("Undo-SigmaChange", "AllowRemoval", "BackupPath", "NoVerify", "AllowUnrepresented")]
    public void Undo_of_an_addition_needs_a_switch_and_leaves_a_backup()
    {
        Save("$el.columns += @{ id = 'added'; name = 'Added'; formula = '1' }");
        Assert.Equal("SigmaRemovalNotAllowed", Run("Undo-SigmaChange $id 3").ErrorId);
        Organization.AddUnrepresentedElement(PlugsOrders, "Budget input");
        Assert.Equal("SigmaUnrepresentedContent", Run("Undo-SigmaChange $id 3 -AllowRemoval").ErrorId);
        Requests.Clear();
        Run("Undo-SigmaChange $id 3 -AllowRemoval -AllowUnrepresented -NoVerify -BackupPath $folder").MustSucceed();
        Assert.Equal("PUT", Requests.Last()!.Method);
        Assert.Contains("Added", File.ReadAllText(Assert.Single(Directory.GetFiles(Folder.FullName))), StringComparison.Ordinal);
        Assert.DoesNotContain("Added", Content(), StringComparison.Ordinal);
    }

    [Fact]
    [CoversParameter("Undo-SigmaChange", "SkipValidation", "AllowIssue")]
    public void Name_that_a_later_formula_uses_is_not_taken_away_unseen()
    {
        Save("$el.columns[0].name = 'Number of the order'");
        Save("$el.columns += @{ id = 'added'; name = 'Added'; formula = '[Number of the order]' }");
        Assert.Equal("SigmaInvalidSpec", Run("Undo-SigmaChange $id 3").ErrorId);
        Assert.Equal(0, Requests.Find("PUT").Count - 2);
        Run("Undo-SigmaChange $id 3 -AllowIssue unknown-reference -WhatIf").MustSucceed();
        Assert.Contains(
            "Number of the order",
            Run("Undo-SigmaChange $id 3 -SkipValidation -WhatIf").MustSucceed().Host,
            StringComparison.Ordinal);
    }

    [Fact]
    [CoversParameter("Undo-SigmaChange", "WhatIf", "Confirm", "AllowBreak", "RequireCompleteUsage", "MaxUsageRequests", "IndexPath")]
    public void WhatIf_shows_the_undo_and_sends_nothing()
    {
        Save("$el.columns[0].description = 'Of the first'");
        ShellResult result = Run("Undo-SigmaChange $id 3 -WhatIf -AllowBreak -RequireCompleteUsage -MaxUsageRequests 5 -IndexPath $folder")
            .MustSucceed();
        Assert.Contains("to undo version 3", result.Host, StringComparison.Ordinal);
        Assert.Contains("Of the first → (none)", result.Host, StringComparison.Ordinal);
        Assert.NotEmpty(Run("Undo-SigmaChange $id 3 -Confirm").Errors);
        Assert.Equal(3, Live.LatestVersion);
    }

    [Fact]
    public void Version_published_while_the_undo_works_is_not_overwritten()
    {
        Save("$el.columns[0].description = 'Of the first'");
        Server.Faults.Arm(new Fault
        {
            Method = "GET",
            PathContains = "/spec",
            Skip = 1,
            Meanwhile = () =>
            {
                Organization.EditAsColleague(PlugsOrders, spec =>
                    spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["description"] = "By hand");
                return Task.CompletedTask;
            },
        });
        ShellResult refused = Run("Undo-SigmaChange $id 3");
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        Assert.DoesNotContain("-IgnoreConflict", refused.ErrorText, StringComparison.Ordinal);
        Assert.Contains("By hand", Content(), StringComparison.Ordinal);
        Run("Undo-SigmaChange $id 3").MustSucceed();
        Assert.Contains("By hand", Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("Of the first", Content(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$id 1", "SigmaInvalidArgument")]
    [InlineData("$id", "SigmaInvalidArgument")]
    [InlineData("", "SigmaInvalidArgument")]
    [InlineData("$id 2 -FirstVersion 3", "SigmaInvalidArgument")]
    [InlineData("$id 99", "SigmaModelNotFound")]
    [InlineData("Nowhere 2", "SigmaModelNotFound")]
    public void Arguments_without_a_change_to_undo_are_refused(string arguments, string error)
    {
        Assert.Equal(error, Run("Undo-SigmaChange " + arguments).ErrorId);
        Assert.Equal(0, Requests.Count("PUT"));
    }

    private void Save(string edit) =>
        Run($"$s = Get-SigmaDataModelSpec $id; $el = $s.pages[0].elements[0]; {edit}; $s | Set-SigmaDataModelSpec").MustSucceed();

    private JsonNode Column(int place) =>
        JsonNode.Parse(Live.SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![place]!;

    // Ids are renewed by some modes; names and the rest are not.
    private string Content()
    {
        JsonNode pages = JsonNode.Parse(Live.SpecJson)!["pages"]!;
        pages[0]!.AsObject().Remove("id");
        foreach (JsonObject element in pages[0]!["elements"]!.AsArray().OfType<JsonObject>())
        {
            element.Remove("id");
            element.Remove("order");
            foreach (JsonObject column in element["columns"]!.AsArray().OfType<JsonObject>())
            {
                column.Remove("id");
            }
        }

        return pages.ToJsonString();
    }
}
