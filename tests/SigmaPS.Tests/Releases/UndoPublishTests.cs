using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The way back from a publish.</summary>
public sealed class UndoPublishTests : PublishTestBed
{
    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "RunPath")]
    [CoversParameter("Undo-SigmaRelease", "RunFile", "IgnoreConflict", "PassThru")]
    public void What_a_run_has_changed_is_put_back_unless_somebody_has_worked_on_it_since()
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

    private string Formula(int number) =>
        JsonNode.Parse(Shop.LiveModel(number).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>();

    private static string Pages(string spec) => JsonNode.Parse(spec)!["pages"]!.ToJsonString();
}
