using System.IO;
using System.Linq;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Which live model a file was published as, for each environment and organization.</summary>
public sealed class ReleaseStateTests : TemporaryFolder
{
    [Theory]
    [InlineData("ours", "1")]
    [InlineData("theirs", null)]
    public void Model_is_remembered_for_the_organization_that_it_was_published_to(string organization, string? expected)
    {
        ReleaseState.Read(Folder, "prod", "ours").Set("a.json", "1");
        Assert.Equal(expected, ReleaseState.Read(Folder, "prod", organization).Find("a.json"));
    }

    [Fact]
    public void Earlier_models_stay_when_another_one_is_remembered()
    {
        ReleaseState.Read(Folder, "prod", "ours").Set("a.json", "1");
        ReleaseState.Read(Folder, "prod", "ours").Set("b.json", "2");
        var state = ReleaseState.Read(Folder, "prod", "ours");
        Assert.Equal(("1", "2"), (state.Find("a.json"), state.Find("b.json")));
        Assert.Null(ReleaseState.Read(Folder, "test", "ours").Find("a.json"));
    }

    [Theory]
    [InlineData("index")]
    [InlineData("INDEX")]
    public void Environment_with_the_name_of_the_index_does_not_write_the_index(string environment)
    {
        ReleaseState.Read(Folder, environment, "ours").Set("a.json", "1");
        Assert.Equal("_" + environment + ".json", Path.GetFileName(Directory.GetFiles(Path.Combine(Folder, ".sigma")).Single()));
        Assert.Equal("1", ReleaseState.Read(Folder, environment, "ours").Find("a.json"));
    }

    [Fact]
    public void Nothing_is_written_when_the_model_is_remembered_already()
    {
        var state = ReleaseState.Read(Folder, "prod", "ours");
        state.Set("a.json", "1");
        var file = Directory.GetFiles(Path.Combine(Folder, ".sigma")).Single();
        File.Delete(file);
        state.Set("a.json", "1");
        Assert.False(File.Exists(file));
        state.Set("a.json", "2");
        Assert.True(File.Exists(file));
    }
}
