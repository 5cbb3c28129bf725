using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A release's tag: on models that equal the folder, once, and on nothing else.</summary>
public sealed class ReleaseTagTests : IAsyncLifetime
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
    public void Published_version_gets_the_missing_tag_once()
    {
        _shop.Publish().MustSucceed();
        _shop.Publish("-Tag Production").MustSucceed();
        Assert.All(_shop.Live, model => Assert.Equal("Production", Assert.Single(model.Tags).Name));
        _shop.Server.Requests.Clear();
        _shop.Publish("-Tag Production").MustSucceed();
        Assert.DoesNotContain(_shop.Server.Requests.All, request => request.Method != "GET");
    }

    [Fact]
    public void It_goes_on_to_the_new_version()
    {
        _shop.Publish("-Tag Production").MustSucceed();
        Formula("[Net Revenue] * 3");
        _shop.Publish("-Tag Production").MustSucceed();
        Assert.All(_shop.Live, model => Assert.Equal(model.LatestVersion, Assert.Single(model.Tags).SourceVersion));
        Assert.Equal(2, _shop.LiveModel(1).LatestVersion);
    }

    [Fact]
    public void Version_with_findings_of_the_read_back_does_not_get_the_tag()
    {
        Formula("[Nowhere] * 2");
        ShellResult result = _shop.Publish("-Tag Production -SkipValidation -OnError Continue");
        Assert.Contains("\"Model 01\" is published and was not tagged \"Production\"", result.ErrorText);
        Assert.Empty(_shop.LiveModel(1).Tags);
        Assert.Single(_shop.LiveModel(2).Tags);
    }

    private void Formula(string formula)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(1)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = formula;
        _shop.Save(1, model);
    }
}
