using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>The short forms that a PowerShell user types first: -Id, files and models from the pipeline, folders by path.</summary>
public sealed class TypingTests : SandboxTest
{
    public static TheoryData<string, string> FileReaders => new()
    {
        { "Set-SigmaDataModelSpec -PassThru | ForEach-Object Name", "Plugs Orders" },
        { "Restore-SigmaDataModelSpec -PassThru | ForEach-Object Name", "Plugs Orders" },
        { "Import-SigmaDataModelSpec | ForEach-Object name", "Plugs Orders" },
        { "New-SigmaDataModel -Name 'Made from a file' | ForEach-Object Name", "Made from a file" },
        { "Test-SigmaDataModelSpec | ForEach-Object { \"$_\" }", "True" },
        { "Find-SigmaDataModelColumn -Name 'Order Number' | ForEach-Object Name", "Order Number" },
        { "ConvertTo-SigmaDiagram | Measure-Count", "1" },
        { "Get-SigmaDataModelSpecIssue | Where-Object Severity -eq Error | Measure-Count", "0" },
    };

    private protected override void Arrange()
    {
        Shell.Set("model", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
        Run("function Measure-Count { \"$(@($input).Count)\" }").MustSucceed();
    }

    [Theory]
    [MemberData(nameof(FileReaders))]
    public void Command_reads_a_file_from_the_pipeline(string command, string expected)
    {
        Export();
        Assert.Equal([expected], Run($"[System.IO.FileInfo]$file | {command}").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("Import-SigmaDataModelSpec | ForEach-Object name", "Plugs Orders")]
    [InlineData("Restore-SigmaDataModelSpec -PassThru | ForEach-Object Name", "Plugs Orders")]
    [InlineData("Find-SigmaDataModelColumn -Name 'Order Number' | ForEach-Object Name", "Order Number")]
    public void Command_reads_an_object_with_the_property_FullName(string command, string expected)
    {
        Export();
        Assert.Equal([expected], Run($"[pscustomobject]@{{ FullName = $file }} | {command}").MustSucceed().Texts);
    }

    [Fact]
    public void Find_searches_files_from_the_pipeline_without_a_session()
    {
        Export();
        Run("Disconnect-Sigma").MustSucceed();
        Assert.Equal(
            ["Order Number"],
            Run("[System.IO.FileInfo]$file | Find-SigmaDataModelColumn -Name 'Order Number' | ForEach-Object Name").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("Get-SigmaDataModel")]
    [InlineData("Get-SigmaDataModelSpec")]
    [InlineData("Get-SigmaDataModelVersion")]
    [InlineData("Get-SigmaDataModelElement")]
    [InlineData("Set-SigmaDataModel -Description x")]
    public void Id_is_an_alias_of_DataModelId(string command) => Run($"{command} -Id $model").MustSucceed();

    [Theory]
    [InlineData("Get-SigmaDataModel")]
    [InlineData("Get-SigmaDataModelSpec")]
    [InlineData("Get-SigmaDataModelColumn")]
    [InlineData("Remove-SigmaDataModel -Confirm:$false")]
    public void Id_of_another_kind_of_object_is_not_the_ID_of_a_data_model(string command)
    {
        ShellResult result = Run($"[pscustomobject]@{{ Id = $model }} | {command}");
        Assert.StartsWith("ParameterArgumentTransformationError", result.ErrorId);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void File_of_a_data_model_is_a_data_model_and_a_folder_is_not()
    {
        Assert.Equal(
            ["Plugs Orders"],
            Run("Get-SigmaFile -Type data-model -Name 'Plugs Orders' | Get-SigmaDataModelSpec | ForEach-Object name").MustSucceed().Texts);
        Assert.Contains("is a folder", Run("(Get-SigmaFile -Type folder)[0] | Get-SigmaDataModelSpec").ErrorText);
    }

    [Fact]
    public void Path_is_an_alias_of_DestinationPath() => Export("-Path");

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "InputObject")]
    public void First_argument_is_the_tag_when_models_come_from_the_pipeline()
    {
        Assert.Equal(
            ["Prod"],
            Run("$m = Get-SigmaDataModel $model; $m | Add-SigmaDataModelTag Prod -PassThru | ForEach-Object TagName").MustSucceed().Texts);
        Assert.Equal(["Prod"], Run("$model | Add-SigmaDataModelTag Prod -PassThru | ForEach-Object TagName").MustSucceed().Texts);
        Assert.Equal(
            ["1"],
            Run(
                "Get-SigmaDataModelVersion $model | Where-Object DocumentVersion -eq 1 | Add-SigmaDataModelTag Prod -PassThru | "
                    + "ForEach-Object { \"$($_.Version)\" }"
            ).MustSucceed().Texts);
        Assert.Equal(
            ["Prod"],
            Run("$m | ForEach-Object { Add-SigmaDataModelTag $_ Prod -PassThru } | ForEach-Object TagName").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("$model Prod")]
    [InlineData("$model")]
    [InlineData("-DataModelId $model -Tag Prod")]
    public void Tag_refuses_a_second_model_beside_the_pipeline(string arguments)
    {
        Run("$m = Get-SigmaDataModel $model").MustSucceed();
        Requests.Clear();
        Assert.Equal("SigmaInvalidArgument", Run($"$m | Add-SigmaDataModelTag {arguments}").ErrorId);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void Folder_is_found_by_path_wherever_an_ID_is_required()
    {
        string models = Organization.Folders.Single(folder => folder.Name == "Models" && folder.ParentId == Id("Retail")).Id;
        Run("New-SigmaFolder Team -ParentId 'retail/models'").MustSucceed();
        Assert.Equal(models, Organization.Folders.Single(folder => folder.Name == "Team").ParentId);
        Run("New-SigmaFolder Other -ParentPath Retail").MustSucceed();
        Assert.Equal(Id("Retail"), Organization.Folders.Single(folder => folder.Name == "Other").ParentId);
        Run(
            "$copy = Copy-SigmaDataModel $model -Name Copied -FolderId 'Retail/Models' -PassThru; $copy | Set-SigmaDataModel "
                + "-FolderPath 'My Documents'"
        ).MustSucceed();
        Assert.Equal(
            Organization.ApiUser.HomeFolderId,
            Organization.Models.Single(model => model.Name == "Copied").FolderId);
        Assert.Contains("Sandbox", Run("Get-SigmaFile -FolderId '/Retail/Models/'").MustSucceed().Texts);
        Export();
        Run("New-SigmaDataModel -LiteralPath $file -Name Fresh -FolderPath 'Retail/Models'").MustSucceed();
        Assert.Equal(models, Organization.Models.Single(model => model.Name == "Fresh").FolderId);
        Assert.Equal(
            ["True"],
            Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId 'Retail/Models')\"").MustSucceed().Texts);
    }

    [Fact]
    public void Folder_path_that_does_not_exist_is_an_error_with_the_nearest_one()
    {
        ShellResult result = Run("New-SigmaFolder Team -ParentId 'Retail/Modles'");
        Assert.Equal("SigmaItemNotFound", result.ErrorId);
        Assert.Contains("'Retail/Models'", result.ErrorText);
        Assert.Equal(0, Requests.Count("POST", "/v2/files"));
    }

    [Fact]
    public void Folder_path_that_several_folders_have_is_an_error_with_their_IDs()
    {
        string[] ids = [Organization.AddFolder("Retail/One"), Organization.AddFolder("Retail/Two")];
        foreach (string id in ids)
        {
            Run($"Invoke-SigmaRestMethod v2/files/{id} Patch -Body @{{ name = 'Twin' }}").MustSucceed();
        }

        ShellResult result = Run("New-SigmaFolder Team -ParentId Retail/Twin");
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.All(ids, id => Assert.Contains(id, result.ErrorText));
    }

    private string Id(string workspace) =>
        Organization.Folders.Single(folder => folder.Name == workspace && folder.ParentId is null).Id;

    private void Export(string parameter = "-DestinationPath") =>
        Run(
            $"$file = (Export-SigmaDataModelSpec -DataModelId $model {parameter} $folder -PassThru).Path; if (-not "
                + "[System.IO.File]::Exists($file)) { $file = [System.IO.Path]::Combine($folder, $file) }"
        ).MustSucceed();
}
