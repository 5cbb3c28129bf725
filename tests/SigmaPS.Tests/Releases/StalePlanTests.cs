using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The changes between a plan and its publish, one at a time.</summary>
public sealed class StalePlanTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(2);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void Plan_is_stale_when_the_same_credentials_have_saved_a_version()
    {
        _shop.Publish().MustSucceed();
        Plan("[Net Revenue] * 3");
        _shop.Shell.Set("live", _shop.LiveModel(1).Id);
        _shop.Shell.Run("$s = Get-SigmaDataModelSpec $live; $s.pages[0].name = 'Ours'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Contains("\"Model 01\" was version 1 and is now version 2", Refused());
    }

    [Fact]
    public void Plan_is_stale_when_a_release_counts_as_an_edit_by_hand()
    {
        _shop.Environment["publishers"] = new JsonArray(_shop.Server.Organization.Colleague.Email);
        _shop.SaveEnvironment();
        _shop.Publish().MustSucceed();
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(1).Id, spec => spec["pages"]![0]!["name"] = "Released by a colleague");
        Plan("[Net Revenue] * 3");
        _shop.Environment.Remove("publishers");
        _shop.SaveEnvironment();
        Assert.Contains("\"Model 01\" was Update of", Refused("-IgnoreConflict"));
    }

    [Fact]
    public void Plan_is_stale_when_another_model_is_in_the_place_of_the_planned_one()
    {
        _shop.Publish().MustSucceed();
        Plan("[Net Revenue] * 3");
        string was = _shop.LiveModel(1).Id;
        JsonObject spec = JsonNode.Parse(_shop.LiveModel(1).SpecJson)!.AsObject();
        _shop.Server.Organization.Archive(was);
        string now = _shop.Server.Organization.AddModel(
            new JsonObject
            {
                ["name"] = "Model 01",
                ["schemaVersion"] = 1,
                ["pages"] = spec["pages"]!.DeepClone(),
            },
            null,
            "Retail/Production");
        Assert.Contains($"\"Model 01\" was Update of {was} and is now Update of {now}", Refused());
    }

    [Fact]
    public void Plan_is_stale_when_a_file_is_removed()
    {
        _shop.Plan().MustSucceed();
        File.Delete(_shop.FileOf(2));
        Assert.Contains("\"Model 02\" is not there any more", Refused());
        Assert.Empty(_shop.Live);
    }

    [Fact]
    public void Plan_is_stale_when_a_description_has_changed()
    {
        _shop.Plan().MustSucceed();
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(1)))!.AsObject();
        model["description"] = "Meant otherwise";
        _shop.Save(1, model);
        Assert.Contains("the file or the environment of \"Model 01\" has changed", Refused());
    }

    [Fact]
    public void Saved_plan_is_valid_in_another_folder_and_from_each_location()
    {
        _shop.Plan("-SavePath \"$root/out/plan.json\"").MustSucceed();
        string there = Path.Combine(_shop.Root, "there");
        foreach (string part in new[] { "models", "out", "sigma.environments.json" })
        {
            Directory.CreateDirectory(there);
            Directory.Move(Path.Combine(_shop.Root, part), Path.Combine(there, part));
        }

        _shop.Shell.Run("Publish-SigmaReleasePlan -Path \"$root/there/out/plan.json\" -Confirm:$false").MustSucceed();
        Assert.Equal(2, _shop.Live.Count);
    }

    private void Plan(string formula)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(1)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = formula;
        _shop.Save(1, model);
        Assert.Contains("Update Model 01", ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
    }

    private string Refused(string more = "")
    {
        _shop.Server.Requests.Clear();
        ShellResult refused = _shop.Shell.Run($"$plan | Publish-SigmaReleasePlan -Confirm:$false {more}");
        Assert.Equal("SigmaPlanStale", refused.ErrorId);
        Assert.DoesNotContain(_shop.Server.Requests.All, request => request.Method != "GET");
        return refused.ErrorText;
    }
}
