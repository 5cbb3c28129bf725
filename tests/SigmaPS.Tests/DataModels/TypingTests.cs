using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>The short forms that a PowerShell user types first: -Id, files and models from the pipeline, folders by path.</summary>
public sealed class TypingTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");
    private SandboxServer _server = null!;
    private Shell _shell = null!;

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

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("model", PlugsOrders);
        _shell.Set("folder", _folder.FullName);
        _shell.Run("function Measure-Count { \"$(@($input).Count)\" }").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(FileReaders))]
    public void Command_reads_a_file_from_the_pipeline(string command, string expected)
    {
        Export();
        Assert.Equal([expected], _shell.Run($"[System.IO.FileInfo]$file | {command}").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("Import-SigmaDataModelSpec | ForEach-Object name", "Plugs Orders")]
    [InlineData("Restore-SigmaDataModelSpec -PassThru | ForEach-Object Name", "Plugs Orders")]
    [InlineData("Find-SigmaDataModelColumn -Name 'Order Number' | ForEach-Object Name", "Order Number")]
    public void Command_reads_an_object_with_the_property_FullName(string command, string expected)
    {
        Export();
        Assert.Equal([expected], _shell.Run($"[pscustomobject]@{{ FullName = $file }} | {command}").MustSucceed().Texts);
    }

    [Fact]
    public void Find_searches_files_from_the_pipeline_without_a_session()
    {
        Export();
        _shell.Run("Disconnect-Sigma").MustSucceed();
        Assert.Equal(
            ["Order Number"],
            _shell
                .Run("[System.IO.FileInfo]$file | Find-SigmaDataModelColumn -Name 'Order Number' | ForEach-Object Name")
                .MustSucceed()
                .Texts);
    }

    [Theory]
    [InlineData("Get-SigmaDataModel")]
    [InlineData("Get-SigmaDataModelSpec")]
    [InlineData("Get-SigmaDataModelVersion")]
    [InlineData("Get-SigmaDataModelElement")]
    [InlineData("Set-SigmaDataModel -Description x")]
    public void Id_is_an_alias_of_DataModelId(string command) => _shell.Run($"{command} -Id $model").MustSucceed();

    [Theory]
    [InlineData("Get-SigmaDataModel")]
    [InlineData("Get-SigmaDataModelSpec")]
    [InlineData("Get-SigmaDataModelColumn")]
    [InlineData("Remove-SigmaDataModel -Confirm:$false")]
    public void Id_of_another_kind_of_object_is_not_the_ID_of_a_data_model(string command)
    {
        ShellResult result = _shell.Run($"[pscustomobject]@{{ Id = $model }} | {command}");
        Assert.StartsWith("ParameterArgumentTransformationError", result.ErrorId);
        Assert.Empty(_server.Requests.All);
    }

    [Fact]
    public void File_of_a_data_model_is_a_data_model_and_a_folder_is_not()
    {
        Assert.Equal(
            ["Plugs Orders"],
            _shell
                .Run("Get-SigmaFile -Type data-model -Name 'Plugs Orders' | Get-SigmaDataModelSpec | ForEach-Object name")
                .MustSucceed()
                .Texts);
        Assert.Contains("is a folder", _shell.Run("(Get-SigmaFile -Type folder)[0] | Get-SigmaDataModelSpec").ErrorText);
    }

    [Fact]
    public void Path_is_an_alias_of_DestinationPath() => Export("-Path");

    [Fact]
    [CoversParameter("Add-SigmaDataModelTag", "InputObject")]
    public void First_argument_is_the_tag_when_models_come_from_the_pipeline()
    {
        Assert.Equal(
            ["Prod"],
            _shell
                .Run("$m = Get-SigmaDataModel $model; $m | Add-SigmaDataModelTag Prod -PassThru | ForEach-Object TagName")
                .MustSucceed()
                .Texts);
        Assert.Equal(["Prod"], _shell.Run("$model | Add-SigmaDataModelTag Prod -PassThru | ForEach-Object TagName").MustSucceed().Texts);
        Assert.Equal(
            ["1"],
            _shell
                .Run(
                    "Get-SigmaDataModelVersion $model | Where-Object DocumentVersion -eq 1 | Add-SigmaDataModelTag Prod -PassThru | "
                        + "ForEach-Object { \"$($_.Version)\" }"
                )
                .MustSucceed()
                .Texts);
        Assert.Equal(
            ["Prod"],
            _shell.Run("$m | ForEach-Object { Add-SigmaDataModelTag $_ Prod -PassThru } | ForEach-Object TagName").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("$model Prod")]
    [InlineData("$model")]
    [InlineData("-DataModelId $model -Tag Prod")]
    public void Tag_refuses_a_second_model_beside_the_pipeline(string arguments)
    {
        _shell.Run("$m = Get-SigmaDataModel $model").MustSucceed();
        _server.Requests.Clear();
        Assert.Equal("SigmaInvalidArgument", _shell.Run($"$m | Add-SigmaDataModelTag {arguments}").ErrorId);
        Assert.Empty(_server.Requests.All);
    }

    [Fact]
    public void Folder_is_found_by_path_wherever_an_ID_is_required()
    {
        string models = _server.Organization.Folders.Single(folder => folder.Name == "Models" && folder.ParentId == Id("Retail")).Id;
        _shell.Run("New-SigmaFolder Team -ParentId 'retail/models'").MustSucceed();
        Assert.Equal(models, _server.Organization.Folders.Single(folder => folder.Name == "Team").ParentId);
        _shell.Run("New-SigmaFolder Other -ParentPath Retail").MustSucceed();
        Assert.Equal(Id("Retail"), _server.Organization.Folders.Single(folder => folder.Name == "Other").ParentId);
        _shell
            .Run(
                "$copy = Copy-SigmaDataModel $model -Name Copied -FolderId 'Retail/Models' -PassThru; $copy | Set-SigmaDataModel "
                    + "-FolderPath 'My Documents'"
            )
            .MustSucceed();
        Assert.Equal(
            _server.Organization.ApiUser.HomeFolderId,
            _server.Organization.Models.Single(model => model.Name == "Copied").FolderId);
        Assert.Contains("Sandbox", _shell.Run("Get-SigmaFile -FolderId '/Retail/Models/'").MustSucceed().Texts);
        Export();
        _shell.Run("New-SigmaDataModel -LiteralPath $file -Name Fresh -FolderPath 'Retail/Models'").MustSucceed();
        Assert.Equal(models, _server.Organization.Models.Single(model => model.Name == "Fresh").FolderId);
        Assert.Equal(
            ["True"],
            _shell.Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file -Rehearse -FolderId 'Retail/Models')\"").MustSucceed().Texts);
    }

    [Fact]
    public void Folder_path_that_does_not_exist_is_an_error_with_the_nearest_one()
    {
        ShellResult result = _shell.Run("New-SigmaFolder Team -ParentId 'Retail/Modles'");
        Assert.Equal("SigmaItemNotFound", result.ErrorId);
        Assert.Contains("'Retail/Models'", result.ErrorText);
        Assert.Equal(0, _server.Requests.Count("POST", "/v2/files"));
    }

    [Fact]
    public void Folder_path_that_several_folders_have_is_an_error_with_their_IDs()
    {
        string[] ids = [_server.Organization.AddFolder("Retail/One"), _server.Organization.AddFolder("Retail/Two")];
        foreach (string id in ids)
        {
            _shell.Run($"Invoke-SigmaRestMethod v2/files/{id} Patch -Body @{{ name = 'Twin' }}").MustSucceed();
        }

        ShellResult result = _shell.Run("New-SigmaFolder Team -ParentId Retail/Twin");
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.All(ids, id => Assert.Contains(id, result.ErrorText));
    }

    private string Id(string workspace) =>
        _server.Organization.Folders.Single(folder => folder.Name == workspace && folder.ParentId is null).Id;

    private void Export(string parameter = "-DestinationPath") =>
        _shell
            .Run(
                $"$file = (Export-SigmaDataModelSpec -DataModelId $model {parameter} $folder -PassThru).Path; if (-not "
                    + "[System.IO.File]::Exists($file)) { $file = [System.IO.Path]::Combine($folder, $file) }"
            )
            .MustSucceed();
}
