using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>
/// A path outside of the file system is one plain error for each parameter, before anything is sent.
/// </summary>
public sealed class PathParameterTests : IAsyncLifetime
{
    private const string Id = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private ReleaseTestBed _shop = null!;

    public static TheoryData<string, string> Parameters => new()
    {
        { "SavePath", "New-SigmaReleasePlan $models prod" },
        { "EnvironmentPath", "New-SigmaReleasePlan $models prod" },
        { "EnvironmentPath", "Get-SigmaDrift $models prod" },
        { "EnvironmentPath", "$plan | Publish-SigmaReleasePlan" },
        { "RunPath", "$plan | Publish-SigmaReleasePlan" },
        { "ModelPath", "$plan | Publish-SigmaReleasePlan" },
        { "Path", "Publish-SigmaReleasePlan" },
        { "LiteralPath", "Publish-SigmaReleasePlan" },
        { "Path", "New-SigmaReleasePlan -Environment prod" },
        { "LiteralPath", "New-SigmaReleasePlan -Environment prod" },
        { "BackupPath", "Set-SigmaDataModelSpec -Json '{}' -DataModelId " + Id },
        { "BackupPath", $"Restore-SigmaDataModelSpec {Id} -DocumentVersion 1" },
        { "RunFile", "Undo-SigmaRelease" },
        { "ModelPath", "Undo-SigmaRelease -Last" },
        { "RunPath", "Undo-SigmaRelease -Last" },
        { "BackupPath", $"Undo-SigmaChange {Id} 2" },
        { "Path", "Restore-SigmaDataModelSpec" },
        { "Path", "Set-SigmaDataModelSpec" },
        { "LiteralPath", "New-SigmaDataModel" },
        { "DestinationPath", $"'{Id}' | Export-SigmaDataModelSpec" },
        { "Path", "Import-SigmaDataModelSpec" },
        { "Path", "Find-SigmaDataModelColumn -Name x" },
        { "Path", "ConvertTo-SigmaDiagram" },
        { "RulesPath", "Test-SigmaDataModelSpec -Json '{}'" },
        { "ReportPath", "Get-SigmaDataModelSpecIssue -Json '{}'" },
        { "DestinationPath", "@() | Export-SigmaIssueReport -Annotate None" },
        { "BaselinePath", "Get-SigmaDataModelSpecIssue -Json '{}'" },
        { "IndexPath", "Find-SigmaUsage -DataModel x" },
        { "IndexPath", "Clear-SigmaUsageCache" },
        { "IndexPath", $"Remove-SigmaDataModel {Id} -Confirm:$false" },
        { "IndexPath", "Set-SigmaDataModelSpec -Json '{}' -DataModelId " + Id },
        { "ReferencePath", "Compare-SigmaDataModelSpec -DifferencePath x.json" },
    };

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Plan().MustSucceed();
        _shop.Server.Requests.Clear();
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Unknown_drive_and_another_provider_are_named_with_the_parameter(string parameter, string command)
    {
        foreach (string path in new[] { "nope:/here", "Env:here" })
        {
            ShellResult result = _shop.Shell.Run($"{command} -{parameter} '{path}'");
            Assert.Equal("SigmaFileFailed", result.ErrorId);
            if (path != "Env:here" || !IsSearched(parameter))
            {
                Assert.StartsWith($"-{parameter} '{path}' ", result.ErrorText);
                Assert.Contains("Get-PSDrive -PSProvider FileSystem", result.ErrorText);
            }

            Assert.Empty(result.Output);
        }

        Assert.Empty(_shop.Server.Requests.All);
    }

    [Theory]
    [InlineData("Set-SigmaDataModelSpec -Path")]
    [InlineData("Set-SigmaDataModelSpec -LiteralPath")]
    [InlineData("New-SigmaDataModel -Path")]
    [InlineData("Restore-SigmaDataModelSpec -Path")]
    [InlineData("Import-SigmaDataModelSpec -Path")]
    [InlineData("Get-SigmaDataModelSpecIssue -FailOn Error -Path")]
    [InlineData("Publish-SigmaReleasePlan -Path")]
    [InlineData("ConvertTo-SigmaDiagram -Path")]
    [InlineData("Find-SigmaDataModelColumn -Name x -Path")]
    public void Variable_that_nobody_has_set_is_an_error_and_not_a_success_without_work(string command)
    {
        Assert.Equal("SigmaInvalidArgument", _shop.Shell.Run(command + " $null").ErrorId);
        Assert.Equal("SigmaInvalidArgument", _shop.Shell.Run(command + " @()").ErrorId);
        Assert.Empty(_shop.Server.Requests.All);
    }

    [Fact]
    public void No_path_parameter_is_left_out()
    {
        string[] notOfFiles = ["Get-SigmaDataModel -FolderPath", "Get-SigmaTable -Path", "Invoke-SigmaRestMethod -Path"];
        string[] names =
        [
            .. _shop
                .Shell.Run(
                    "Get-Command -Module SigmaPS | ForEach-Object { $c = $_.Name; $_.Parameters.Keys | Where-Object { $_ -like '*Path' "
                        + "-or $_ -eq 'RunFile' } | ForEach-Object { \"$c -$_\" } }"
                )
                .MustSucceed()
                .Texts.Except(notOfFiles)
                .Select(name => name!.Split('-')[^1])
                .Distinct()
                .Order(),
        ];
        Assert.Equal(names.Except(["DifferencePath"]), Parameters.Select(row => (string)row[0]).Distinct().Order());
    }

    // A path with wildcards that finds nothing there is a file that does not exist.
    private static bool IsSearched(string parameter) => parameter == "Path";
}
