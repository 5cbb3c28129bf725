using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A later publish: renamed models, models of another organization, a lost memory, and orphans.</summary>
public sealed class RepublishTests : PublishTestBed
{
    [Fact]
    public void Model_that_the_folder_renames_keeps_its_ID_and_without_the_memory_everything_else_is_the_same()
    {
        Shop.Publish().MustSucceed();
        string id = Shop.LiveModel(3).Id;
        JsonObject model = Read(3);
        model["name"] = "Model 33";
        model["description"] = "New name";
        Shop.Save(3, model);
        Assert.Equal(["Unchanged Model 01", "Update Model 33", "Unchanged Model 02"], ReleaseTestBed.Actions(Shop.Plan().MustSucceed()));
        Shop.Publish().MustSucceed();
        Assert.Equal(
            ("Model 33", "New name"),
            (Shop.Server.Organization.GetModel(id).Name, Shop.Server.Organization.GetModel(id).Description));

        Directory.Delete(Path.Combine(Shop.Models, ".sigma"), recursive: true);
        Assert.Equal(0, Shop.Plan().MustSucceed().Property("ExitCode"));
    }

    [Fact]
    public void Model_deployed_from_another_organization_is_left_unchanged()
    {
        Shop.Server.Options.NewFileDelay = TimeSpan.Zero;
        Shop.Publish().MustSucceed();
        Shop.LiveModel(3).ParentSourceUrlId = "4Kx0deployed0from0afar";
        Change(3, "[Net Revenue] * 3");
        ShellResult plan = Shop.Plan().MustSucceed();
        Assert.Contains("Skipped Model 03", ReleaseTestBed.Actions(plan));
        Assert.Equal(0, plan.Property("ExitCode"));
        Shop.Server.Requests.Clear();
        Shop.Publish().MustSucceed();
        Assert.Equal(0, Shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    public async Task Without_the_memory_between_any_two_steps_the_same_is_sent()
    {
        string[] with = await SentAsync(forgets: false);
        string[] without = await SentAsync(forgets: true);
        Assert.Equal(2, with.Length);
        Assert.Equal(with, without);
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "Prune", "Confirm")]
    public void Orphans_are_reported_and_archived_only_on_request()
    {
        Shop.Publish().MustSucceed();
        File.Delete(Shop.FileOf(3));
        ShellResult plan = Shop.Plan().MustSucceed();
        Assert.DoesNotContain("Orphan Model 03", ReleaseTestBed.Actions(plan));
        Assert.Equal(0, plan.Property("ExitCode"));
        Shop.Publish().MustSucceed();
        Assert.Equal(3, Shop.Live.Count);
        ShellResult asked = Shop.Shell.Run("New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Prune");
        Assert.NotEmpty(asked.Errors);
        Assert.Equal(3, Shop.Live.Count);
        Shop.Publish("-Prune").MustSucceed();
        Assert.Equal(["Model 01", "Model 02"], Shop.Live.Select(model => model.Name).Order());
    }

    private static async Task<string[]> SentAsync(bool forgets)
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(IdMode.Preserve);
        shop.Write(1);
        shop.Write(2, 1);
        shop.Write(3);
        foreach (int factor in new[] { 2, 3, 3, 4 })
        {
            JsonObject model = JsonNode.Parse(File.ReadAllText(shop.FileOf(1)))!.AsObject();
            model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = $"[Net Revenue] * {factor}";
            shop.Save(1, model);
            shop.Plan().MustSucceed();
            Forget();
            shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
            Forget();
        }

        return [.. shop.Server.Requests.All.Where(request => request.Method == "PUT").Select(request => request.Body)];

        void Forget()
        {
            if (forgets && Directory.Exists(Path.Combine(shop.Models, ".sigma")))
            {
                Directory.Delete(Path.Combine(shop.Models, ".sigma"), recursive: true);
            }
        }
    }
}
