using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The undo of a publish.</summary>
public sealed class UndoPublishTests : PublishTestBed
{
    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "RunPath")]
    [CoversParameter("Undo-SigmaRelease", "RunFile", "IgnoreConflict", "PassThru")]
    public void Changes_of_a_run_are_undone_unless_another_person_saved_a_version_since()
    {
        Shop.Publish().MustSucceed();
        string before = Shop.LiveModel(1).SpecJson;
        Change(1, "[Net Revenue] * 3");
        Change(3, "[Net Revenue] * 3");
        Shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        string run = Directory.GetFiles(Path.Combine(Shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single();
        Shop.Shell.Set("run", run);
        Shop.Server.Organization.EditAsColleague(Shop.LiveModel(3).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 4");

        ShellResult restored = Shop.Shell.Run("Undo-SigmaRelease -RunFile $run -PassThru");
        Assert.Equal("SigmaSpecConflict", restored.ErrorId);
        foreach (string value in new[] { "[Net Revenue] * 2", "[Net Revenue] * 3", "[Net Revenue] * 4", "-IgnoreConflict" })
        {
            Assert.Contains(value, restored.ErrorText);
        }

        Assert.Equal(["Updated"], Statuses(restored));
        Assert.Equal(Pages(before), Pages(Shop.LiveModel(1).SpecJson));
        Shop.Shell.Run("Undo-SigmaRelease -RunFile $run -IgnoreConflict").MustSucceed();
        Assert.Contains("${factor}".Replace("${factor}", "2"), Formula(3));
        Assert.Equal("[Net Revenue] * 2", Formula(3));
    }

    [Theory]
    [InlineData("name", "-Name Theirs", "the live name is \"Theirs\"")]
    [InlineData("description", "-Description Theirs", "the live description is \"Theirs\"")]
    public void Value_that_a_run_changed_and_somebody_changed_since_is_a_conflict(string key, string theirs, string told)
    {
        Shop.Publish().MustSucceed();
        JsonObject model = Read(3);
        model[key] = "Of the run";
        Shop.Save(3, model);
        string id = Shop.LiveModel(3).Id;
        string undo = PublishAndUndo();
        Shop.Shell.Run($"Set-SigmaDataModel {id} {theirs}").MustSucceed();

        ShellResult refused = Shop.Shell.Run(undo);
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        Assert.Contains("since that run: " + told, refused.ErrorText);
        Assert.Empty(refused.Warnings);
        Assert.Contains("Theirs", Names(id), StringComparison.Ordinal);
        Shop.Shell.Run(undo + " -IgnoreConflict").MustSucceed();
        Assert.Equal("Model 03|", Names(id));
    }

    [Theory]
    [InlineData("-Name Theirs", "the live name is \"Theirs\"", "Theirs|")]
    [InlineData("-Description Theirs", "the live description is \"Theirs\"", "Model 03|Theirs")]
    public void Value_that_a_run_had_not_changed_stays_when_somebody_changed_it_since(string theirs, string told, string kept)
    {
        Shop.Publish().MustSucceed();
        Change(3, "[Net Revenue] * 3");
        string id = Shop.LiveModel(3).Id;
        string undo = PublishAndUndo();
        Shop.Shell.Run($"Set-SigmaDataModel {id} {theirs}").MustSucceed();

        string warning = Assert.Single(Shop.Shell.Run(undo).MustSucceed().Warnings);
        Assert.Contains("since that run", warning, StringComparison.Ordinal);
        Assert.Contains(told, warning, StringComparison.Ordinal);
        Assert.Contains("-IgnoreConflict", warning, StringComparison.Ordinal);
        Assert.Contains("[Net Revenue] * 2", Shop.Server.Organization.GetModel(id).SpecJson, StringComparison.Ordinal);
        Assert.Equal(kept, Names(id));
        Shop.Shell.Run(undo + " -IgnoreConflict").MustSucceed();
        Assert.Equal("Model 03|", Names(id));
    }

    // Publishes, and returns the command that takes this run back.
    private string PublishAndUndo()
    {
        Shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        string run = Directory.GetFiles(Path.Combine(Shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single();
        return $"Undo-SigmaRelease -RunFile '{run}'";
    }

    private string Names(string id)
    {
        SandboxModel model = Shop.Server.Organization.GetModel(id);
        return $"{model.Name}|{model.Description}";
    }

    private string Formula(int number) =>
        JsonNode.Parse(Shop.LiveModel(number).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>();

    private static string Pages(string spec) => JsonNode.Parse(spec)!["pages"]!.ToJsonString();
}
