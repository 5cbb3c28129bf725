using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A release that selects nothing is an error: by name, by pattern, by the environment, by the folder.</summary>
public sealed class ReleaseSelectionTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public static TheoryData<string, string> Misses
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach (string command in new[] { "New-SigmaReleasePlan", "Get-SigmaDrift" })
            {
                foreach (string names in new[] { "'Modle 01'", "'Zzz*'", "'Model 01', 'Modle 01'", "'Model*', 'Zzz*'" })
                {
                    rows.Add(command, names);
                }
            }

            return rows;
        }
    }

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(2, 1);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [MemberData(nameof(Misses))]
    public void Name_or_pattern_without_a_match_is_an_error_that_lists_the_models(string command, string names)
    {
        ShellResult result = _shop.Shell.Run($"{command} $models prod -Name {names}");
        Assert.Equal(("SigmaModelNotFound", 0), (result.ErrorId, result.Output.Count));
        Assert.Contains("'Model 01', 'Model 02'", result.ErrorText);
    }

    [Theory]
    [InlineData("New-SigmaReleasePlan", "No such pattern *")]
    [InlineData("Get-SigmaDrift", "No such pattern *")]
    [InlineData("New-SigmaReleasePlan", "Modle 01")]
    [InlineData("Get-SigmaDrift", "Modle 01")]
    public void Pattern_of_the_environment_without_a_match_is_named_with_its_line(string command, string pattern)
    {
        _shop.Environment["models"] = new JsonArray("Model 01", pattern);
        _shop.SaveEnvironment();
        ShellResult result = _shop.Shell.Run($"{command} $models prod");
        Assert.Equal("SigmaInvalidEnvironment", result.ErrorId);
        Assert.Contains(pattern, result.ErrorText);
        Assert.Contains("line ", result.ErrorText);
    }

    [Theory]
    [InlineData("New-SigmaReleasePlan")]
    [InlineData("Get-SigmaDrift")]
    public void Name_that_the_environment_leaves_out_is_an_error(string command)
    {
        _shop.Environment["models"] = new JsonArray("Model 01");
        _shop.SaveEnvironment();
        Assert.Equal("SigmaModelNotFound", _shop.Shell.Run($"{command} $models prod -Name 'Model 02'").ErrorId);
        _shop.Shell.Run($"{command} $models prod -Name 'Model 01'").MustSucceed();
    }

    [Theory]
    [InlineData("New-SigmaReleasePlan")]
    [InlineData("Get-SigmaDrift")]
    public void Folder_without_a_model_is_an_error(string command)
    {
        File.Delete(_shop.FileOf(1));
        File.Delete(_shop.FileOf(2));
        Assert.Equal("SigmaInvalidEnvironment", _shop.Shell.Run($"{command} $models prod").ErrorId);
    }

    [Fact]
    public void Name_of_a_live_model_without_a_file_is_found()
    {
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(2));
        Assert.Equal(["Orphan Model 02"], ReleaseTestBed.Actions(_shop.Plan("-Name 'Model 02' -Prune").MustSucceed()));
        Assert.Equal("no models; 1 orphan in Sigma", _shop.Plan("-Name 'Model 02'").MustSucceed().Property("Summary"));
    }
}
