using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A plan never mixes up organizations, folders, models of others, and files of others.</summary>
public sealed class PlanGuardTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Server.Options.NewFileDelay = TimeSpan.Zero;
        _shop.Write(1);
        _shop.Write(2, 1);
        _shop.Write(3);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void Plan_for_another_organization_or_folder_is_stale_even_where_all_models_are_new()
    {
        _shop.Plan("-SavePath \"$root/plan.json\"").MustSucceed();
        string file = Path.Combine(_shop.Root, "plan.json");
        string text = File.ReadAllText(file);
        File.WriteAllText(
            file,
            text.Replace(_shop.Server.Organization.Id, "ffffffff-0000-4000-8000-000000000000", StringComparison.Ordinal));
        Assert.Equal("SigmaPlanStale", _shop.Shell.Run("Publish-SigmaReleasePlan -Path \"$root/plan.json\" -Confirm:$false").ErrorId);

        File.WriteAllText(file, text);
        _shop.Server.Organization.AddFolder("Retail/Elsewhere");
        _shop.Environment["folder"] = "Retail/Elsewhere";
        _shop.SaveEnvironment();
        Assert.Equal("SigmaPlanStale", _shop.Shell.Run("Publish-SigmaReleasePlan -Path \"$root/plan.json\" -Confirm:$false").ErrorId);
        Assert.Empty(_shop.Live);
    }

    [Fact]
    public void Name_that_is_shown_harmlessly_is_published_from_the_piped_plan()
    {
        JsonObject model = _shop.Write(3);
        model["name"] = "##[section] Core";
        _shop.Save(3, model);
        _shop.Publish().MustSucceed();
        Assert.Contains("##[section] Core", _shop.Live.Select(live => live.Name));
    }

    [Fact]
    public void Model_of_a_file_outside_of_the_selection_is_not_an_orphan()
    {
        _shop.Publish().MustSucceed();
        JsonObject model = _shop.Write(3);
        model["name"] = "Renamed";
        _shop.Save(3, model);
        Assert.Equal(["Unchanged Model 01", "Unchanged Model 02"], ReleaseTestBed.Actions(_shop.Plan("-Name 'Model*'").MustSucceed()));
    }

    [Fact]
    public void Model_that_was_deployed_from_elsewhere_is_never_an_orphan()
    {
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(3));
        _shop.LiveModel(3).ParentSourceUrlId = "2901pYHmWLoCy81SHAH0o9";
        Assert.Contains("Skipped Model 03", ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
        _shop.Publish("-Prune").MustSucceed();
        Assert.Equal(3, _shop.Live.Count);
    }

    [Fact]
    public void Model_that_depends_on_an_element_outside_of_the_plan_needs_it_live()
    {
        _shop.Publish().MustSucceed();
        JsonObject below = _shop.Write(1);
        JsonObject added = below["pages"]![0]!["elements"]![0]!.DeepClone().AsObject();
        added["id"] = "added1";
        added["name"] = "Added";
        below["pages"]![0]!["elements"]!.AsArray().Add(added);
        _shop.Save(1, below);
        JsonObject model = _shop.Write(2, 1);
        JsonObject above = model["pages"]![0]!["elements"]![1]!.AsObject();
        above["source"]!["elementId"] = "added1";
        above["columns"]![0]!["formula"] = "[Added/Order Id]";
        _shop.Save(2, model);
        Assert.Contains(
            "it depends on element 'added1' of \"Model 01\", which has no such element live, and it is not part of this plan",
            _shop.Plan("-Name '*02'").ErrorText);
        _shop.Publish().MustSucceed();
    }

    [Fact]
    public void Folder_ID_is_refused_when_another_folder_has_the_same_path()
    {
        string folder = _shop.Server.Organization.AddFolder("Retail/Production");
        _shop.Environment["folder"] = folder;
        _shop.SaveEnvironment();
        _shop.Plan().MustSucceed();
        _shop.Shell.Set("retail", _shop.Server.Organization.AddFolder("Retail"));
        _shop.Shell.Run("New-SigmaFolder Production -ParentId $retail -Confirm:$false").MustSucceed();
        ShellResult refused = _shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains("has the same path as", refused.ErrorText);

        _shop.Environment["folder"] = "Retail/Production";
        _shop.SaveEnvironment();
        Assert.Contains("rename all but one", _shop.Plan().ErrorText);
    }

    [Fact]
    public void Environment_called_index_leaves_the_index_of_the_export_folder_alone()
    {
        string index = Path.Combine(_shop.Models, ".sigma", "index.json");
        Directory.CreateDirectory(Path.GetDirectoryName(index)!);
        File.WriteAllText(index, "{\n  \"models\": []\n}\n");
        File.WriteAllText(
            _shop.EnvironmentFile,
            new JsonObject { ["environments"] = new JsonObject { ["index"] = _shop.Environment.DeepClone() } }.ToJsonString());
        _shop.Shell.Run("New-SigmaReleasePlan $models index | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
        Assert.Equal("{\n  \"models\": []\n}\n", File.ReadAllText(index));
        Assert.True(File.Exists(Path.Combine(_shop.Models, ".sigma", "_index.json")));
    }

    [Fact]
    public void Plan_that_is_saved_beside_the_models_is_not_taken_for_one()
    {
        _shop.Plan("-SavePath \"$models/plan.json\"").MustSucceed();
        Assert.Equal(3, _shop.Shell.Run("Publish-SigmaReleasePlan -Path \"$models/plan.json\" -Confirm:$false").MustSucceed().Output.Count);
    }

    [Fact]
    public void Plan_that_was_filtered_to_one_model_is_a_plan_of_that_model()
    {
        Assert.Single(
            _shop
                .Shell.Run(
                    "$all = New-SigmaReleasePlan $models prod; $one = [pscustomobject]@{ Environment = $all.Environment; Path = "
                        + "$all.Path; EnvironmentFile = $all.EnvironmentFile; Organization = $all.Organization; Items = $all.Items | "
                        + "Where-Object Name -eq 'Model 01' }; $one | Publish-SigmaReleasePlan -Confirm:$false"
                )
                .MustSucceed()
                .Output);
        Assert.Equal("Model 01", Assert.Single(_shop.Live).Name);
    }

    [Fact]
    public void Saved_plan_finds_folders_of_any_name_again()
    {
        string odd = Path.Combine(_shop.Root, "mo#d%41els é");
        Directory.Move(_shop.Models, odd);
        _shop.Shell.Set("models", odd);
        _shop.Plan("-SavePath \"$root/o#ut%20/plan.json\"").MustSucceed();
        Assert.Contains("\"../mo#d%41els é\"", File.ReadAllText(Path.Combine(_shop.Root, "o#ut%20", "plan.json")));
        Assert.Equal(
            3,
            _shop.Shell.Run("Publish-SigmaReleasePlan -LiteralPath \"$root/o#ut%20/plan.json\" -Confirm:$false").MustSucceed().Output.Count
        );
    }
}
