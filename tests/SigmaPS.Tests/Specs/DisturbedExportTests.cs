using System;
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

    [Fact]
    public async Task Two_exports_into_one_folder_leave_one_whole_file_per_model_and_a_whole_index()
    {
        using Shell other = Shell.ConnectedTo(_server);
        other.Set("folder", _folder.FullName);
        await Task.WhenAll(new[] { _shell, other }.Select(shell => Task.Run(() => shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder"))));
        _shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder").MustSucceed();
        int models = _server.Organization.Models.Count(model => !model.IsArchived);
        string[] files = Directory.GetFiles(_folder.FullName);
        Assert.Equal(models, files.Length);
        Assert.All(files, file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
        Assert.Equal(models, JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, ".sigma", "index.json")))!["models"]!.AsArray().Count);
    }

    [Fact]
    public void No_file_that_is_written_contains_the_secret_or_a_token()
    {
        _shell.Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder; $s = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b; $s.pages[0].name = 'x'; $s | Set-SigmaDataModelSpec -BackupPath $folder/backups").MustSucceed();
        string secret = _server.Organization.ClientSecret;
        string[] forms = [secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Uri.EscapeDataString(secret), "Bearer ", "access_token"];
        string[] files = Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 3);
        Assert.All(files, file => Assert.All(forms, form => Assert.DoesNotContain(form, File.ReadAllText(file), StringComparison.Ordinal)));
    }
}
