using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>Which files of a folder are specs, and in which order.</summary>
public sealed class SpecFolderTests : TemporaryFolder
{
    [Fact]
    public void Folder_lists_its_specs_before_those_of_its_folders_in_a_stable_order()
    {
        Write("b.yaml", "a.json", "Z.json", "m.yml", Path.Combine("a", "x.json"), Path.Combine("c", "d", "y.json"));
        Assert.Equal(["Z.json", "a.json", "b.yaml", "m.yml", "a/x.json", "c/d/y.json"], Listed(Folder));
    }

    [Fact]
    public void Folder_skips_hidden_folders_hidden_files_other_files_and_the_settings_of_the_module()
    {
        Write(
            "a.json",
            "readme.md",
            ".hidden.json",
            Path.Combine(".sigma", "index.json"),
            Path.Combine("sub", ".git", "x.json"),
            "sigma.environments.json",
            "SigmaPS.rules.json",
            "sigma.environments.schema.json",
            "sigmaps.spec.schema.json");
        Assert.Equal(["a.json"], Listed(Folder));
    }

    [Fact]
    public void Folder_named_with_a_separator_at_its_end_has_the_same_specs()
    {
        Write("a.json", Path.Combine("b", "c.json"));
        Assert.Equal(["a.json", "b/c.json"], Listed(Folder + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void File_with_each_name_is_returned_itself()
    {
        Write(".hidden.txt");
        var file = Path.Combine(Folder, ".hidden.txt");
        Assert.Equal([file], SpecFolder.Files(file));
    }

    [Fact]
    public void Missing_path_is_refused_and_named()
    {
        var missing = Path.Combine(Folder, "missing");
        var error = Assert.Throws<SigmaEngineException>(() => SpecFolder.Files(missing));
        Assert.Equal((ErrorCode.FileFailed, missing), (error.Kind, error.Target));
        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/repo/models", "/repo/models", true)]
    [InlineData("/repo/models", "/repo/models/eu/shop", true)]
    [InlineData("/repo/models/", "/repo/models/eu", true)]
    [InlineData("/repo/models", "/repo", false)]
    [InlineData("/repo/models", "/repo/other/eu", false)]
    [InlineData("/repo/models", "/repo/models2", false)]
    [InlineData("/repo/models", "/repo/models/.sigma", false)]
    [InlineData("/repo/models", "/repo/models/eu/.git/x", false)]
    [InlineData("/repo/.models", "/repo/.models/eu", true)]
    public void Folder_covers_its_files_unless_a_folder_between_is_hidden(string folder, string place, bool expected) =>
        Assert.Equal(expected, SpecFolder.Covers(folder, place));

#if !NETFRAMEWORK
    [Fact]
    public void Linked_folder_is_read_once_under_its_own_path_and_a_cycle_ends()
    {
        // Only an administrator can create links on Windows.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write(Path.Combine("real", "a.json"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "early"), Path.Combine(Folder, "real"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "real", "up"), Folder);
        Assert.Equal(["real/a.json"], Listed(Folder));
        Assert.Equal(["a.json"], Listed(Path.Combine(Folder, "real")));
    }

    [Fact]
    public void Linked_folder_named_with_a_separator_at_its_end_is_read_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (link, real) = (Path.Combine(Folder, "link"), Path.Combine(Folder, "real"));
        Write(Path.Combine("real", "a.json"));
        Directory.CreateSymbolicLink(link, real);
        Directory.CreateSymbolicLink(Path.Combine(real, "back"), real);
        Assert.Equal(["a.json"], Listed(link + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void Link_to_a_folder_elsewhere_is_followed_under_the_path_of_the_link()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write(Path.Combine("specs", "own.json"), Path.Combine("shared", "far.json"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "specs", "more"), Path.Combine(Folder, "shared"));
        Assert.Equal(["own.json", "more/far.json"], Listed(Path.Combine(Folder, "specs")));
    }
#endif

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "{}");
        }
    }

    private static string[] Listed(string folder)
    {
        var start = folder.TrimEnd(Path.DirectorySeparatorChar).Length + 1;
        return [.. SpecFolder.Files(folder).Select(file => Path.GetFullPath(file)[start..].Replace('\\', '/'))];
    }
}
