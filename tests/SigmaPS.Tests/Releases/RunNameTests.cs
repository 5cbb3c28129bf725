using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Going back behind a run takes back the names and descriptions that the run has given, and nobody else's.</summary>
public sealed class RunNameTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Publish().MustSucceed();
        _id = _shop.LiveModel(1).Id;
        _shop.Shell.Set("id", _id);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("description", "Description")]
    public void Later_name_is_overwritten_only_with_IgnoreConflict(string key, string parameter)
    {
        Change(key, "Of the run");
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        Colleague(parameter);
        ShellResult refused = Restore();
        Assert.Equal("SigmaSpecConflict", refused.ErrorId);
        Assert.Contains("since that run", refused.ErrorText);
        Assert.Contains("By hand", refused.ErrorText);
        Assert.Equal("By hand", Live(key));
        Restore("-IgnoreConflict").MustSucceed();
        Assert.Equal(key == "name" ? "Model 01" : "", Live(key));
    }

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("description", "Description")]
    public void Name_that_the_run_did_not_change_stays_and_is_reported(string key, string parameter)
    {
        Change("factor", "[Net Revenue] * 3");
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        Colleague(parameter);
        ShellResult restored = Restore().MustSucceed();
        Assert.Contains("since that run", Assert.Single(restored.Warnings));
        Assert.Equal("By hand", Live(key));
        Assert.Contains("[Net Revenue] * 2", _shop.Server.Organization.GetModel(_id).SpecJson);
        Restore("-IgnoreConflict").MustSucceed();
        Assert.Equal(key == "name" ? "Model 01" : "", Live(key));
    }

    [Fact]
    public void Name_whose_outcome_the_run_did_not_learn_is_taken_back_too()
    {
        Change("name", "Of the run");
        _shop.Server.Faults.Arm(new Fault
        {
            Method = "PATCH",
            ApplyThenDrop = true,
            Meanwhile = () =>
            {
                _shop.Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/v2/files/", Status = 500 });
                return Task.CompletedTask;
            },
        });
        Assert.Contains("could not be changed", _shop.Publish("-RunPath \"$root/runs\"").ErrorText);
        Assert.Equal("Of the run", Live("name"));
        Restore().MustSucceed();
        Assert.Equal("Model 01", Live("name"));
    }

    private void Colleague(string parameter) =>
        _shop.Shell.Run($"Set-SigmaDataModel -DataModelId $id -{parameter} 'By hand'").MustSucceed();

    private ShellResult Restore(string more = "") =>
        _shop.Shell.Run(
            "Undo-SigmaRelease -RunFile "
                + $"'{Directory.GetFiles(Path.Combine(_shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single()}' {more}"
        );

    private string Live(string key) =>
        (key == "name" ? _shop.Server.Organization.GetModel(_id).Name : _shop.Server.Organization.GetModel(_id).Description) ?? "";

    private void Change(string key, string value)
    {
        JsonObject model = _shop.Write(1);
        if (key == "factor")
        {
            model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = value;
        }
        else
        {
            model[key] = value;
        }

        _shop.Save(1, model);
    }
}
