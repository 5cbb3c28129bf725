using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Files that take over each other's names: a live model keeps its content and its ID, and gets the new name.</summary>
public sealed class ExchangedNamesTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;
    private string _first = "";
    private string _third = "";

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(3);
        _shop.Publish().MustSucceed();
        (_first, _third) = (_shop.LiveModel(1).Id, _shop.LiveModel(3).Id);
        _shop.Server.Requests.Clear();
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("Model 01")]
    [InlineData("Model 33")]
    public void Name_that_another_file_had_takes_no_content_with_it(string third)
    {
        Name(1, "Model 03");
        Name(3, third);
        Assert.Equal(new[] { "Update Model 03", "Update " + third }.Order(), ReleaseTestBed.Actions(_shop.Plan().MustSucceed()).Order());
        _shop.Publish().MustSucceed();
        MustBe(third);
    }

    [Fact]
    public void Exchange_that_ended_between_the_two_names_is_finished_by_the_next_run()
    {
        Name(1, "Model 03");
        Name(3, "Model 01");
        _shop.Server.Faults.Arm(new Fault { Method = "PATCH", Skip = 1, Status = 400 });
        Assert.NotEmpty(_shop.Publish().Errors);
        Assert.Single(_shop.Live.Select(model => model.Name).Distinct());
        _shop.Publish().MustSucceed();
        MustBe("Model 01");
    }

    [Fact]
    public void New_file_under_a_name_that_became_free_is_a_new_model()
    {
        Name(1, "Model 03");
        Name(3, "Model 33");
        Name(4, "Model 01");
        Assert.Equal(["Create Model 01", "Update Model 03", "Update Model 33"], ReleaseTestBed.Actions(_shop.Plan().MustSucceed()).Order());
    }

    private void MustBe(string third)
    {
        Assert.Equal(
            ("Model 03", third),
            (_shop.Server.Organization.GetModel(_first).Name, _shop.Server.Organization.GetModel(_third).Name));
        Assert.Contains("\"orders1\"", _shop.Server.Organization.GetModel(_first).SpecJson);
        Assert.Equal((0, 0), (_shop.Server.Requests.Count("PUT"), _shop.Server.Requests.Count("POST", "/v2/dataModels/spec")));
        Assert.Equal(0, _shop.Plan().MustSucceed().Property("ExitCode"));
    }

    private void Name(int number, string name)
    {
        JsonObject model = _shop.Write(number);
        model["name"] = name;
        _shop.Save(number, model);
    }
}
