using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

/// <summary>Places where administrators load modules: beside another copy, in a fresh runspace, in Constrained Language Mode.</summary>
[Collection(ProcessWide.Name)]
public sealed class SecondCopyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-copy-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("copy", "")]
    [InlineData("9.9.9", "")]
    [InlineData("copy", "Remove-Module SigmaPS")]
    [InlineData("[0-9] copy", "")]
    public void Import_names_both_folders_when_the_process_has_loaded_another_copy(string folder, string before)
    {
        using Shell shell = new();
        shell.Run(before).MustSucceed();
        string copy = CopyModule(Path.Combine(_folder.FullName, "SigmaPS", folder));
        shell.Set("copy", Path.Combine(copy, "SigmaPS.psd1"));
        ErrorRecord error = Assert.Single(shell.Run("Import-Module -Name $copy").Errors);
        Assert.Contains($"'{copy}'", error.Exception.Message);
        Assert.Contains($"'{Repository.Module.TrimEnd('/')}'", error.Exception.Message);
        Assert.DoesNotContain(copy, shell.Run("Get-Module SigmaPS | ForEach-Object { $_.ModuleBase }").MustSucceed().Texts);
    }

    [Fact]
    public void Loaded_copy_keeps_its_commands_when_another_copy_is_refused()
    {
        using Shell shell = new(sharesSessions: true);
        shell.Set("copy", Path.Combine(CopyModule(Path.Combine(_folder.FullName, "SigmaPS")), "SigmaPS.psd1"));
        int before = shell.Run("(Get-Module SigmaPS).ExportedCommands.Keys").Texts.Count();
        Assert.NotEmpty(shell.Run("Import-Module -Name $copy").Errors);
        Assert.Equal(before, shell.Run("(Get-Module SigmaPS).ExportedCommands.Keys").Texts.Count());
        Assert.Equal("SigmaNotConnected", shell.Run("Get-SigmaSession -All | Disconnect-Sigma; Get-SigmaDataModel").ErrorId);
    }

    [Fact]
    public void Import_fails_when_its_script_is_missing()
    {
        using Shell shell = new(import: false);
        string copy = CopyModule(Path.Combine(_folder.FullName, "SigmaPS"));
        Array.ForEach(Directory.GetFiles(copy, "*.ps1", SearchOption.AllDirectories), File.Delete);
        Assert.NotEmpty(shell.Run($"Import-Module -Name '{copy}/SigmaPS.psd1'").Errors);
        Assert.Empty(shell.Run("Get-Module SigmaPS").MustSucceed().Output);
    }

    [Fact]
    public void Module_exports_all_commands_when_the_session_is_in_Constrained_Language_Mode()
    {
        using Shell shell = new(import: false);
        shell.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        shell.Run($"Import-Module -Name '{Repository.Manifest}'").MustSucceed();
        int commands = Directory
            .GetFiles(Path.Combine(Repository.Root, "src", "SigmaPS", "Commands"), "*Command.cs", SearchOption.AllDirectories)
            .Length;
        Assert.Equal(commands, shell.Run("Get-Command -Module SigmaPS").MustSucceed().Output.Count);
    }

    private static string CopyModule(string target)
    {
        foreach (string file in Directory.GetFiles(Repository.Module, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(Repository.Module, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            if (Version.TryParse(Path.GetFileName(target), out Version? version) && Path.GetExtension(copy) == ".psd1")
            {
                File.WriteAllText(
                    copy,
                    File.ReadAllText(copy)
                        .Replace($"'{Path.GetFileName(Repository.Module.TrimEnd('/'))}'", $"'{version}'", StringComparison.Ordinal));
            }
        }

        return target;
    }
}
