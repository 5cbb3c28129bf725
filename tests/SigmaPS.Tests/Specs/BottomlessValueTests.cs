using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Values that nest beyond any stack: each is an error, and the process goes on.</summary>
public sealed class BottomlessValueTests : ShellTest
{
    [Theory]
    [InlineData("$v = @{}; 1..1001 | ForEach-Object { $v = @{ a = $v } }")]
    [InlineData("$v = [ordered]@{}; 1..5000 | ForEach-Object { $v = [ordered]@{ a = $v } }")]
    [InlineData("$v = @(1); 1..1001 | ForEach-Object { $v = , $v }")]
    [InlineData("$v = [pscustomobject]@{ x = 1 }; 1..1001 | ForEach-Object { $v = [pscustomobject]@{ x = $v } }")]
    [InlineData("$v = @{}; $c = $v; 1..800 | ForEach-Object { $n = @{}; $c.a = $n; $c = $n }; $c.back = $v")]
    [InlineData("$v = @{}; $v.self = $v")]
    [InlineData("$v = { 1 }; 1..900 | ForEach-Object { $v = @{ a = $v } }")]
    [InlineData("$v = { 1 }; 1..400 | ForEach-Object { $v = @{ a = $v } }")]
    public void Object_without_a_bottom_is_an_error_with_its_place(string value)
    {
        ShellResult result = Run(value + "; Get-SigmaDataModelSpecIssue -Spec @{ schemaVersion = 1; pages = @($v) }");
        Assert.Equal("SigmaSpecNotRepresentable", result.ErrorId);
        Assert.StartsWith("/pages/0", Assert.IsType<string>(result.Errors[0].TargetObject));
    }

    [Theory]
    [InlineData("json", 900)]
    [InlineData("json", 499)]
    [InlineData("json", 100_000)]
    [InlineData("yaml", 900)]
    public void File_with_a_key_twice_at_its_bottom_is_an_error(string extension, int depth)
    {
        string path = Path.Combine(Folder.FullName, "deep." + extension);
        File.WriteAllText(
            path,
            "{\"schemaVersion\": 1, \"pages\": [], \"z\": "
                + string.Concat(Enumerable.Repeat("{\"a\": ", depth - 2))
                + "{\"x\": 1, \"x\": 2}"
                + new string('}', depth - 1));
        Shell.Set("path", path);
        ShellResult result = Run("Import-SigmaDataModelSpec -LiteralPath $path");
        Assert.Contains(result.ErrorId, new[] { "SigmaInvalidSpec", "SigmaSpecNotRepresentable" });
        Run("Get-SigmaDataModelSpecIssue -LiteralPath $path").MustSucceed();
    }

    [Fact]
    public void Copy_of_a_spec_that_contains_itself_is_an_error()
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "a.json"), "{\"schemaVersion\":1,\"pages\":[]}");
        Shell.Set("folder", Folder.FullName);
        ShellResult result = Run("$s = Import-SigmaDataModelSpec -LiteralPath \"$folder/a.json\"; $s.me = $s; $s.PSObject.Copy()");
        Assert.Contains("500 levels", result.Errors[0].Exception.Message);
    }

    [Fact]
    public void Loop_of_links_is_read_once()
    {
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "models", "inner"));
        foreach (string file in new[] { "models/a.json", "models/inner/b.json" })
        {
            File.WriteAllText(Path.Combine(Folder.FullName, file), "{\"schemaVersion\":1,\"pages\":[]}");
        }

        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "models", "loop"), Path.Combine(Folder.FullName, "models"));
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "models", "inner", "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "models", "again"), "inner");
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "way"), Path.Combine(Folder.FullName, "models"));
        Shell.Set("folder", Folder.FullName);
        Assert.Equal(2, Run("Import-SigmaDataModelSpec -LiteralPath \"$folder/models\"").MustSucceed().Output.Count);
        Assert.Equal(2, Run("Import-SigmaDataModelSpec -LiteralPath \"$folder/way\"").MustSucceed().Output.Count);
        Assert.Equal(2, Run("Import-SigmaDataModelSpec -LiteralPath $folder").MustSucceed().Output.Count);
    }
}
