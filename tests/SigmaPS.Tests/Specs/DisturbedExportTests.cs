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
public sealed class DisturbedExportTests : SandboxTest
{
    private protected override void Arrange() => Shell.Set("folder", Folder.FullName);

    [SmallDiskFact]
    public void Full_disk_is_an_error_and_leaves_whole_files_only()
    {
        Assert.True(SmallDiskFactAttribute.Mount(Folder.FullName));
        try
        {
            ShellResult result = Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder");
            Assert.Contains(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("SigmaFileFailed", StringComparison.Ordinal));
            Assert.All(Directory.GetFiles(Folder.FullName), file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
        }
        finally
        {
            SmallDiskFactAttribute.Unmount(Folder.FullName);
        }
    }

    [SmallDiskFact]
    public void Folder_that_becomes_read_only_during_an_export_is_an_error_and_keeps_whole_files()
    {
        Assert.True(SmallDiskFactAttribute.Mount(Folder.FullName, "8m"));
        try
        {
            Server.Faults.Arm(new Fault
            {
                PathContains = "/spec",
                Skip = 8,
                Meanwhile = async () =>
                {
                    while (!SmallDiskFactAttribute.Remount(Folder.FullName, isReadOnly: true))
                    {
                        await Task.Yield();
                    }
                },
            });
            ShellResult result = Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder -ThrottleLimit 1 -PassThru");
            Assert.NotEmpty(result.Errors);
            Assert.All(result.Errors, error =>
                Assert.Contains(error.FullyQualifiedErrorId.Split(',')[0], new[] { "SigmaFileFailed", "SigmaExportIncomplete" }));
            Assert.NotEmpty(result.Output);
            Assert.Contains(Folder.FullName, result.Errors[0].Exception.Message);
            Assert.All(Files(), file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
            Assert.True(SmallDiskFactAttribute.Remount(Folder.FullName, isReadOnly: false));
            Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder").MustSucceed();
            int models = Organization.Models.Count(model => !model.IsArchived);
            Assert.Equal(models, Directory.GetFiles(Folder.FullName, "*.json").Length);
        }
        finally
        {
            SmallDiskFactAttribute.Unmount(Folder.FullName);
        }
    }

    [Theory]
    [InlineData("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder")]
    [InlineData("$s | Set-SigmaDataModelSpec -BackupPath $folder")]
    public void File_in_place_of_the_folder_is_an_error_before_anything_is_sent(string command)
    {
        string file = Path.Combine(Folder.FullName, "taken");
        File.WriteAllText(file, "mine");
        Shell.Set("folder", file);
        Run($"$s = Get-SigmaDataModelSpec {PlugsOrders}; $s.pages[0].name = 'x'").MustSucceed();
        ShellResult result = Run(command);
        Assert.Equal("SigmaFileFailed", result.Errors[0].FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("taken", result.Errors[0].Exception.Message);
        Assert.Equal(("mine", 0), (File.ReadAllText(file), Requests.Count("PUT")));
    }

    [Fact]
    public void Foreign_file_that_the_index_names_is_kept_with_a_warning()
    {
        const string id = "467bc369-5db7-4963-8172-b24a49dbc75b";
        Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed();
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        string name = (string)JsonNode.Parse(File.ReadAllText(index))!["models"]![0]!["file"]!;
        string foreign = Path.Combine(Folder.FullName, "package.json");
        File.WriteAllText(foreign, "{ \"name\": \"mine\" }");
        File.WriteAllText(index, File.ReadAllText(index).Replace(name, "package.json", StringComparison.Ordinal));
        ShellResult result = Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed();
        Assert.Contains("package.json", Assert.Single(result.Warnings).ToString());
        Assert.Equal("{ \"name\": \"mine\" }", File.ReadAllText(foreign));
        Assert.True(File.Exists(Path.Combine(Folder.FullName, name)));
        Assert.Empty(Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed().Warnings);
    }

    [RootFact]
    public void Replaced_files_keep_their_owner_their_mode_and_their_link()
    {
        const string id = "467bc369-5db7-4963-8172-b24a49dbc75b";
        Run($"Export-SigmaDataModelSpec $folder -DataModelId {id}").MustSucceed();
        string file = Assert.Single(Files(), path => !path.Contains(".sigma", StringComparison.Ordinal));
        string behind = Path.Combine(Folder.FullName, "behind", "spec.json");
        Directory.CreateDirectory(Path.GetDirectoryName(behind)!);
        File.Move(file, behind);
        File.CreateSymbolicLink(file, behind);
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        string[] replaced = [behind, index];
        Assert.All(replaced, path => Execute("chown", "12345:23456", path));
        Assert.All(replaced, path => Execute("chmod", "640", path));
        Organization.EditAsColleague(id, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal(
            "Written",
            Run($"Export-SigmaDataModelSpec $folder -DataModelId {id} -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Contains("Theirs", File.ReadAllText(behind));
        Assert.All(replaced, path => Assert.Equal("12345:23456 640", Execute("stat", "-c", "%u:%g %a", path)));
        Assert.Equal(behind, new FileInfo(file).LinkTarget);
    }

    [Fact]
    public async Task Two_exports_into_one_folder_leave_one_whole_file_per_model_and_a_whole_index()
    {
        using Shell other = Shell.ConnectedTo(Server);
        other.Set("folder", Folder.FullName);
        await Task.WhenAll(
            new[] { Shell, other }.Select(shell => Task.Run(() => shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder"))));
        Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder").MustSucceed();
        int models = Organization.Models.Count(model => !model.IsArchived);
        string[] files = Directory.GetFiles(Folder.FullName);
        Assert.Equal(models, files.Length);
        Assert.All(files, file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
        Assert.Equal(
            models,
            JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, ".sigma", "index.json")))!["models"]!.AsArray().Count);
    }

    [Fact]
    public void No_file_that_is_written_contains_the_secret_or_a_token()
    {
        Run(
            "Get-SigmaDataModel | Export-SigmaDataModelSpec $folder; $s = Get-SigmaDataModelSpec "
                + "467bc369-5db7-4963-8172-b24a49dbc75b; $s.pages[0].name = 'x'; $s | Set-SigmaDataModelSpec -BackupPath "
                + "$folder/backups"
        ).MustSucceed();
        string secret = Organization.ClientSecret;
        string[] forms =
        [
            secret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            Uri.EscapeDataString(secret),
            "Bearer ",
            "access_token",
        ];
        string[] files = Directory.GetFiles(Folder.FullName, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 3);
        Assert.All(files, file => Assert.All(forms, form => Assert.DoesNotContain(form, File.ReadAllText(file), StringComparison.Ordinal)));
    }

    private static string Execute(string program, params string[] arguments)
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
                .GetFiles(Folder.FullName, "*.json", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith('.')),
        ];
}
