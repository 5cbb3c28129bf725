using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Undo-SigmaRelease: the changes of a release go, later changes of others stay.</summary>
public sealed class UndoReleaseTests
{
    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Undo_that_dies_behind_any_request_is_finished_by_the_next_one(IdMode ids)
    {
        const string undo = "Undo-SigmaRelease -Last -ModelPath $models -IndexPath $root/index";
        await using ReleaseTestBed shop = await OpenAsync(ids);
        Change(shop, 1);
        Change(shop, 2);
        shop.Publish().MustSucceed();
        shop.Server.Organization.EditAsColleague(shop.LiveModel(2).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![0]!["description"] = "By hand");
        shop.DeathsTo(State).Sweep(
            undo,
            () => shop.Shell.Run(undo).MustSucceed(),

            // Where each save gives new IDs, the model that reads the other one follows it with one more version.
            $"Model 01 v3 [Net Revenue] * 2\nModel 02 v{(ids == IdMode.ReassignElements ? 5 : 4)} [Net Revenue] * 2",
            new DeathPlan(10, 3) { ReadsRuns = true });

        string State()
        {
            Assert.Contains("By hand", shop.LiveModel(2).SpecJson, StringComparison.Ordinal);
            AssertReferences(shop);
            return string.Join(
                "\n",
                shop.Live.Select(model => $"{model.Name} v{model.LatestVersion} {Formula(model)}").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Undo_follows_the_IDs_through_a_chain_of_models_that_read_one_another(IdMode ids)
    {
        await using ReleaseTestBed shop = await OpenAsync(ids);
        shop.Write(3, 2, 1);
        shop.Publish().MustSucceed();
        foreach (int number in new[] { 1, 2, 3 })
        {
            Change(shop, number);
        }

        shop.Publish().MustSucceed();
        shop.Shell.Run("Undo-SigmaRelease -Last -ModelPath $models -WhatIf").MustSucceed();
        shop.Shell.Run("Undo-SigmaRelease -Last -ModelPath $models").MustSucceed();
        Assert.All(shop.Live, model => Assert.Equal("[Net Revenue] * 2", Formula(model)));
        AssertReferences(shop);
        JsonArray elements = JsonNode.Parse(shop.LiveModel(3).SpecJson)!["pages"]![0]!["elements"]!.AsArray();
        foreach ((int place, int below) in new[] { (1, 2), (2, 1) })
        {
            string orders = JsonNode.Parse(shop.LiveModel(below).SpecJson)!["pages"]![0]!["elements"]![0]!["id"]!.GetValue<string>();
            Assert.Equal(orders, elements[place]!["source"]!["elementId"]!.GetValue<string>());
        }

        // Once more, it has nothing to do.
        shop.Server.Requests.Clear();
        shop.Shell.Run("Undo-SigmaRelease -Last -ModelPath $models").MustSucceed();
        Assert.Equal(0, shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Undo-SigmaRelease", "Last", "ModelPath", "RunPath", "Session", "WhatIf", "Confirm")]
    public async Task Last_run_is_undone_in_reverse_order_and_WhatIf_sends_nothing()
    {
        await using ReleaseTestBed shop = await OpenAsync(IdMode.Preserve);
        Change(shop, 1);
        Change(shop, 2);
        shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        shop.Server.Requests.Clear();
        Assert.Contains(
            "* 3 → [Net Revenue] * 2",
            shop.Shell.Run("Undo-SigmaRelease -Last -RunPath \"$root/runs\" -WhatIf").MustSucceed().Host,
            StringComparison.Ordinal);
        Assert.NotEmpty(shop.Shell.Run("Undo-SigmaRelease -Last -RunPath \"$root/runs\" -Confirm").Errors);
        Assert.Equal(0, shop.Server.Requests.Count("PUT"));
        shop.Shell.Run("Undo-SigmaRelease -Last -RunPath \"$root/runs\" -Session (Get-SigmaSession)").MustSucceed();
        Assert.Equal(
            [shop.LiveModel(2).Id, shop.LiveModel(1).Id],
            shop.Server.Requests.Find("PUT").Select(put => put.Path.Split('/')[3]));
        Assert.Equal("SigmaFileFailed", shop.Shell.Run("Undo-SigmaRelease -Last -RunPath \"$root/nowhere\"").ErrorId);
        Assert.Equal("SigmaInvalidArgument", shop.Shell.Run("Undo-SigmaRelease").ErrorId);
    }

    [Fact]
    public async Task Publish_ends_with_the_line_that_undoes_it()
    {
        await using ReleaseTestBed shop = await OpenAsync(IdMode.Preserve);
        Change(shop, 1);
        ShellResult published = shop.Publish().MustSucceed();
        string line = published.Information.Single(record => record.Tags.Contains("SigmaPS.Undo")).MessageData.ToString()!;
        Assert.Equal("[Net Revenue] * 3", Formula(shop.LiveModel(1)));
        shop.Shell.Run(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]).MustSucceed();
        Assert.Equal("[Net Revenue] * 2", Formula(shop.LiveModel(1)));
    }

    [Fact]
    public async Task Publish_that_fails_has_the_line_in_its_error()
    {
        await using ReleaseTestBed shop = await OpenAsync(IdMode.Preserve);
        Change(shop, 1);
        Change(shop, 2);
        shop.Server.Faults.Arm(new Fault { Method = "PUT", PathContains = shop.LiveModel(2).Id, Status = 400 });
        Assert.Contains("Undo-SigmaRelease -RunFile '", shop.Publish("-OnError Continue").ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_model_comes_back_and_a_created_one_is_named()
    {
        await using ReleaseTestBed shop = await OpenAsync(IdMode.Preserve);
        File.Delete(shop.FileOf(2));
        shop.Write(3);
        string created = "Model 03";
        shop.Publish("-Prune").MustSucceed();
        Assert.Equal(["Model 01", created], shop.Live.Select(model => model.Name).Order(StringComparer.Ordinal));
        ShellResult undone = shop.Shell.Run("Undo-SigmaRelease -Last -ModelPath $models -PassThru").MustSucceed();
        Assert.Contains("Remove-SigmaDataModel", Assert.Single(undone.Warnings), StringComparison.Ordinal);
        Assert.Equal(["Model 01", "Model 02", created], shop.Live.Select(model => model.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Restored", undone.Property("Status")!.ToString());
    }

    [Fact]
    public async Task Another_organization_s_run_is_not_undone()
    {
        await using ReleaseTestBed shop = await OpenAsync(IdMode.Preserve);
        Change(shop, 1);
        shop.Publish().MustSucceed();
        await using SandboxServer other = await SandboxServer.StartAsync(
            new SandboxOptions { OrganizationId = "ffffffff-0000-4000-8000-000000000000" });
        shop.Shell.Run("$own = Get-SigmaSession").MustSucceed();
        shop.Shell.Connect(other).MustSucceed();
        shop.Shell.Run("$other = Get-SigmaSession").MustSucceed();
        other.Requests.Clear();
        shop.Shell.Set("run", Directory.GetDirectories(Path.Combine(shop.Models, ".sigma", "runs")).Order(StringComparer.Ordinal).Last());
        Assert.Equal("SigmaFileFailed", shop.Shell.Run("Undo-SigmaRelease -Last -ModelPath $models -Session $other").ErrorId);
        Assert.Equal("SigmaWrongOrganization", shop.Shell.Run("Undo-SigmaRelease -RunFile $run -Session $other").ErrorId);
        Assert.Empty(other.Requests.All);
        Assert.Equal("[Net Revenue] * 3", Formula(shop.LiveModel(1)));
    }

    [Fact]
    [CoversParameter(
        "Undo-SigmaRelease",
        "AllowRemoval",
        "BackupPath",
        "NoVerify",
        "AllowUnrepresented",
        "SkipValidation",
        "AllowIssue",
        "AllowBreak",
        "RequireCompleteUsage",
        "MaxUsageRequests",
        "IndexPath")]
    public async Task Undo_has_the_protections_of_a_write()
    {
        await using ReleaseTestBed shop = await OpenAsync(IdMode.Preserve);
        JsonObject model = JsonNode.Parse(File.ReadAllText(shop.FileOf(1)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "added",
                    ["formula"] = "1",
                    ["name"] = "Added",
                });
        shop.Save(1, model);
        shop.Publish().MustSucceed();
        const string undo =
            "Undo-SigmaRelease -Last -ModelPath $models -BackupPath \"$root/copy\" -IndexPath \"$root/index\" -MaxUsageRequests 50 ";
        Assert.Equal("SigmaRemovalNotAllowed", shop.Shell.Run(undo + "-AllowBreak -RequireCompleteUsage").ErrorId);
        shop.Server.Organization.AddUnrepresentedElement(shop.LiveModel(1).Id, "Budget input");
        Assert.Equal("SigmaUnrepresentedContent", shop.Shell.Run(undo + "-AllowRemoval").ErrorId);
        shop.Server.Requests.Clear();
        shop.Shell.Run(undo + "-AllowRemoval -AllowUnrepresented -SkipValidation -NoVerify").MustSucceed();
        Assert.Equal("PUT", shop.Server.Requests.Last()!.Method);
        Assert.DoesNotContain("Added", shop.LiveModel(1).SpecJson, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(shop.Root, "copy")));
        Assert.Equal("SigmaInvalidArgument", shop.Shell.Run(undo + "-AllowIssue no-such-rule").ErrorId);
    }

    private static async Task<ReleaseTestBed> OpenAsync(IdMode ids)
    {
        ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(ids);
        shop.Write(1);
        shop.Write(2, 1);
        shop.Publish().MustSucceed();
        return shop;
    }

    // The element that model 2 reads is one that model 1 has now.
    private static void AssertReferences(ReleaseTestBed shop)
    {
        JsonNode source = JsonNode.Parse(shop.LiveModel(2).SpecJson)!["pages"]![0]!["elements"]![1]!["source"]!;
        Assert.Equal(shop.LiveModel(1).Id, source["dataModelId"]!.GetValue<string>());
        Assert.Equal(
            JsonNode.Parse(shop.LiveModel(1).SpecJson)!["pages"]![0]!["elements"]![0]!["id"]!.GetValue<string>(),
            source["elementId"]!.GetValue<string>());
    }

    private static void Change(ReleaseTestBed shop, int number)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(shop.FileOf(number)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        shop.Save(number, model);
    }

    private static string Formula(SandboxModel model) =>
        JsonNode.Parse(model.SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>();
}
