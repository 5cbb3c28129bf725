using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Exports into folders that fill up, become read-only, or have another export in them.</summary>
public sealed class DisturbedExportTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("folder", _folder.FullName);
    }

    public async Task DisposeAsync()
    {
        _shell.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [SmallDiskFact]
    public void A_full_disk_is_an_error_and_leaves_whole_files_only()
    {
        Assert.True(SmallDiskFactAttribute.Mount(_folder.FullName));
        try
        {
            ShellResult result = _shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder");
            Assert.Contains(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("SigmaFileFailed", StringComparison.Ordinal));
            Assert.All(Directory.GetFiles(_folder.FullName), file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
        }
        finally
        {
            SmallDiskFactAttribute.Unmount(_folder.FullName);
        }
    }

    [SmallDiskFact]
    public void Folder_that_becomes_read_only_during_an_export_is_an_error_and_keeps_whole_files()
    {
        Assert.True(SmallDiskFactAttribute.Mount(_folder.FullName, "8m"));
        try
        {
            _server.Faults.Arm(new Fault
            {
                PathContains = "/spec",
                Skip = 8,
                Meanwhile = async () =>
                {
                    while (!SmallDiskFactAttribute.Remount(_folder.FullName, isReadOnly: true))
                    {
                        await Task.Yield();
                    }
                },
            });
            ShellResult result = _shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder -ThrottleLimit 1 -PassThru");
            Assert.NotEmpty(result.Errors);
            Assert.All(result.Errors, error =>
                Assert.Contains(error.FullyQualifiedErrorId.Split(',')[0], new[] { "SigmaFileFailed", "SigmaExportIncomplete" }));
            Assert.NotEmpty(result.Output);
            Assert.Contains(_folder.FullName, result.Errors[0].Exception.Message);
            Assert.All(Files(), file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
            Assert.True(SmallDiskFactAttribute.Remount(_folder.FullName, isReadOnly: false));
            _shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder").MustSucceed();
            int models = _server.Organization.Models.Count(model => !model.IsArchived);
            Assert.Equal(models, Directory.GetFiles(_folder.FullName, "*.json").Length);
        }
        finally
        {
            SmallDiskFactAttribute.Unmount(_folder.FullName);
        }
    }

    [Theory]
    [InlineData("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder")]
    [InlineData("$s | Set-SigmaDataModelSpec -BackupPath $folder")]
    public void File_in_place_of_the_folder_is_an_error_before_anything_is_sent(string command)
    {
        string file = Path.Combine(_folder.FullName, "taken");
        File.WriteAllText(file, "mine");
        _shell.Set("folder", file);
        _shell.Run("$s = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b; $s.pages[0].name = 'x'").MustSucceed();
        ShellResult result = _shell.Run(command);
        Assert.Equal("SigmaFileFailed", result.Errors[0].FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("taken", result.Errors[0].Exception.Message);
        Assert.Equal(("mine", 0), (File.ReadAllText(file), _server.Requests.Count("PUT")));
    }

    [Fact]
    public void Foreign_file_that_the_index_names_is_kept_with_a_warning()
    {
        const string id = "467bc369-5db7-4963-8172-b24a49dbc75b";
        _shell.Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed();
        string index = Path.Combine(_folder.FullName, ".sigma", "index.json");
        string name = (string)JsonNode.Parse(File.ReadAllText(index))!["models"]![0]!["file"]!;
        string foreign = Path.Combine(_folder.FullName, "package.json");
        File.WriteAllText(foreign, "{ \"name\": \"mine\" }");
        File.WriteAllText(index, File.ReadAllText(index).Replace(name, "package.json", StringComparison.Ordinal));
        ShellResult result = _shell.Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed();
        Assert.Contains("package.json", Assert.Single(result.Warnings).ToString());
        Assert.Equal("{ \"name\": \"mine\" }", File.ReadAllText(foreign));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, name)));
        Assert.Empty(_shell.Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed().Warnings);
    }

    [RootFact]
    public void Replaced_files_keep_their_owner_their_mode_and_their_link()
    {
        const string id = "467bc369-5db7-4963-8172-b24a49dbc75b";
        _shell.Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed();
        string file = Assert.Single(Files(), path => !path.Contains(".sigma", StringComparison.Ordinal));
        string behind = Path.Combine(_folder.FullName, "behind", "spec.json");
        Directory.CreateDirectory(Path.GetDirectoryName(behind)!);
        File.Move(file, behind);
        File.CreateSymbolicLink(file, behind);
        string index = Path.Combine(_folder.FullName, ".sigma", "index.json");
        string[] replaced = [behind, index];
        Assert.All(replaced, path => Run("chown", "12345:23456", path));
        Assert.All(replaced, path => Run("chmod", "640", path));
        _server.Organization.EditAsColleague(id, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal(
            "Written",
            _shell.Run($"Export-SigmaDataModelSpec $folder -DataModelId {id} -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Contains("Theirs", File.ReadAllText(behind));
        Assert.All(replaced, path => Assert.Equal("12345:23456 640", Run("stat", "-c", "%u:%g %a", path)));
        Assert.Equal(behind, new FileInfo(file).LinkTarget);
    }

    [Fact]
    public async Task Two_exports_into_one_folder_leave_one_whole_file_per_model_and_a_whole_index()
    {
        using Shell other = Shell.ConnectedTo(_server);
        other.Set("folder", _folder.FullName);
        await Task.WhenAll(
            new[] { _shell, other }.Select(shell => Task.Run(() => shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder"))));
        _shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder").MustSucceed();
        int models = _server.Organization.Models.Count(model => !model.IsArchived);
        string[] files = Directory.GetFiles(_folder.FullName);
        Assert.Equal(models, files.Length);
        Assert.All(files, file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
        Assert.Equal(
            models,
            JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, ".sigma", "index.json")))!["models"]!.AsArray().Count);
    }

    [Fact]
    public void No_file_that_is_written_contains_the_secret_or_a_token()
    {
        _shell
            .Run(
                "Get-SigmaDataModel | Export-SigmaDataModelSpec $folder; $s = Get-SigmaDataModelSpec "
                    + "467bc369-5db7-4963-8172-b24a49dbc75b; $s.pages[0].name = 'x'; $s | Set-SigmaDataModelSpec -BackupPath "
                    + "$folder/backups"
            )
            .MustSucceed();
        string secret = _server.Organization.ClientSecret;
        string[] forms =
        [
            secret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            Uri.EscapeDataString(secret),
            "Bearer ",
            "access_token",
        ];
        string[] files = Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 3);
        Assert.All(files, file => Assert.All(forms, form => Assert.DoesNotContain(form, File.ReadAllText(file), StringComparison.Ordinal)));
    }

    private static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    private string[] Files() =>
        [
            .. Directory
                .GetFiles(_folder.FullName, "*.json", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith('.')),
        ];
}
