using System;
using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Values that nest beyond any stack: each is an error, and the process goes on.</summary>
public sealed class BottomlessValueTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("$v = @{}; 1..1001 | ForEach-Object { $v = @{ a = $v } }")]
    [InlineData("$v = [ordered]@{}; 1..5000 | ForEach-Object { $v = [ordered]@{ a = $v } }")]
    [InlineData("$v = @(1); 1..1001 | ForEach-Object { $v = , $v }")]
    [InlineData("$v = [pscustomobject]@{ x = 1 }; 1..1001 | ForEach-Object { $v = [pscustomobject]@{ x = $v } }")]
    [InlineData("$v = @{}; $c = $v; 1..800 | ForEach-Object { $n = @{}; $c.a = $n; $c = $n }; $c.back = $v")]
    [InlineData("$v = @{}; $v.self = $v")]
    [InlineData("$v = { 1 }; 1..900 | ForEach-Object { $v = @{ a = $v } }")]
    [InlineData("$v = { 1 }; 1..400 | ForEach-Object { $v = @{ a = $v } }")]
    public void An_object_without_a_bottom_is_an_error_with_its_place(string value)
    {
        ShellResult result = _shell.Run(value + "; Get-SigmaDataModelSpecIssue -Spec @{ schemaVersion = 1; pages = @($v) }");
        Assert.Equal("SigmaSpecNotRepresentable", result.ErrorId);
        Assert.StartsWith("/pages/0", Assert.IsType<string>(result.Errors[0].TargetObject));
    }

    [Theory]
    [InlineData("json", 900)]
    [InlineData("json", 499)]
    [InlineData("json", 100_000)]
    [InlineData("yaml", 900)]
    public void A_file_with_a_key_twice_at_its_bottom_is_an_error(string extension, int depth)
    {
        string path = Path.Combine(_folder.FullName, "deep." + extension);
        File.WriteAllText(
            path,
            "{\"schemaVersion\": 1, \"pages\": [], \"z\": "
                + string.Concat(Enumerable.Repeat("{\"a\": ", depth - 2))
                + "{\"x\": 1, \"x\": 2}"
                + new string('}', depth - 1));
        _shell.Set("path", path);
        ShellResult result = _shell.Run("Import-SigmaDataModelSpec -LiteralPath $path");
        Assert.Contains(result.ErrorId, new[] { "SigmaInvalidSpec", "SigmaSpecNotRepresentable" });
        _shell.Run("Get-SigmaDataModelSpecIssue -LiteralPath $path").MustSucceed();
    }

    [Fact]
    public void A_copy_of_a_spec_that_contains_itself_is_an_error()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a.json"), "{\"schemaVersion\":1,\"pages\":[]}");
        _shell.Set("folder", _folder.FullName);
        ShellResult result = _shell.Run("$s = Import-SigmaDataModelSpec -LiteralPath \"$folder/a.json\"; $s.me = $s; $s.PSObject.Copy()");
        Assert.Contains("500 levels", result.Errors[0].Exception.Message);
    }

    [Fact]
    public void A_loop_of_links_is_read_once()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "models", "inner"));
        foreach (string file in new[] { "models/a.json", "models/inner/b.json" })
        {
            File.WriteAllText(Path.Combine(_folder.FullName, file), "{\"schemaVersion\":1,\"pages\":[]}");
        }

        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "models", "loop"), Path.Combine(_folder.FullName, "models"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "models", "inner", "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "models", "again"), "inner");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "way"), Path.Combine(_folder.FullName, "models"));
        _shell.Set("folder", _folder.FullName);
        Assert.Equal(2, _shell.Run("Import-SigmaDataModelSpec -LiteralPath \"$folder/models\"").MustSucceed().Output.Count);
        Assert.Equal(2, _shell.Run("Import-SigmaDataModelSpec -LiteralPath \"$folder/way\"").MustSucceed().Output.Count);
        Assert.Equal(2, _shell.Run("Import-SigmaDataModelSpec -LiteralPath $folder").MustSucceed().Output.Count);
    }
}
