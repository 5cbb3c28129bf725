using System.IO;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A plan for a part of the folder.</summary>
public sealed class PartOfFolderTests : ReleaseTest
{
    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "Name", "LiteralPath", "EnvironmentPath")]
    public void Part_of_the_folder_can_be_planned_and_the_environment_reports_which_models_are_its_own()
    {
        Assert.Contains("it depends on \"Model 01\", which is not live and not part of this plan", Shop.Plan("-Name '*02'").ErrorText);
        Assert.Equal(["Create Model 01"], ReleaseTestBed.Actions(Shop.Plan("-Name '*01'").MustSucceed()));
        Shop.Environment["models"] = new JsonArray("Model 01");
        Shop.SaveEnvironment();
        File.Move(Shop.EnvironmentFile, Path.Combine(Shop.Root, "envs.json"));
        Assert.Equal("SigmaInvalidEnvironment", Shop.Plan().ErrorId);
        Assert.Equal(
            ["Create Model 01"],
            ReleaseTestBed.Actions(
                Shop
                    .Shell.Run("New-SigmaReleasePlan -LiteralPath $models -Environment prod -EnvironmentPath \"$root/envs.json\"")
                    .MustSucceed()));
    }

    [Fact]
    public void Plan_of_a_part_does_not_report_entries_that_the_rest_may_use()
    {
        Shop.Environment["paths"]!["ELSEWHERE"] = "PROD";
        Shop.SaveEnvironment();
        Assert.Contains(Shop.Plan().MustSucceed().Warnings, warning => warning.Contains("'ELSEWHERE'", System.StringComparison.Ordinal));
        Assert.Empty(Shop.Plan("-Name '*01'").MustSucceed().Warnings);
    }
}
