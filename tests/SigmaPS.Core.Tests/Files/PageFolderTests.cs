using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>The pages that a command opens in the browser: their folder, which are used again, and which are removed.</summary>
public sealed class PageFolderTests : TemporaryFolder
{
    private string Cache => Path.Combine(Folder, "cache");

    private string Temporary => Path.Combine(Folder, "temporary");

    [Fact]
    public void Page_is_alone_in_the_cache_folder_and_has_its_whole_text()
    {
        var file = Open().Write("Shop", "<p>Größe</p>");
        Assert.Equal([file], Directory.GetFiles(Cache));
        Assert.Equal("<p>Größe</p>", File.ReadAllText(file));
        Assert.Equal((byte)'<', File.ReadAllBytes(file)[0]);
        Assert.Matches("^Shop\\.[0-9a-f]{16}\\.html$", Path.GetFileName(file));
        Assert.False(Directory.Exists(Temporary));
    }

    [Fact]
    public void Same_page_is_used_again_and_counts_as_the_newest()
    {
        var folder = Open();
        var file = folder.Write("Shop", "one");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-9));
        Assert.Equal(file, folder.Write("Shop", "one"));
        Assert.True(File.GetLastWriteTimeUtc(file) > DateTime.UtcNow.AddDays(-1));
        Assert.NotEqual(file, folder.Write("Shop", "two"));
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
    }

    [Fact]
    public void Edited_page_is_kept_and_the_next_one_gets_a_number()
    {
        var folder = Open();
        var first = folder.Write("Shop", "one");
        File.WriteAllText(first, "edited");
        var second = folder.Write("Shop", "one");
        File.WriteAllText(second, "edited too");
        var third = folder.Write("Shop", "one");
        var end = Path.GetFileName(first)["Shop".Length..];
        Assert.Equal(["Shop.2" + end, "Shop.3" + end], new[] { second, third }.Select(file => Path.GetFileName(file)));
        Assert.Equal(["edited", "edited too", "one"], new[] { first, second, third }.Select(File.ReadAllText));
    }

    [Fact]
    public void Next_command_keeps_the_newest_pages_and_those_that_are_not_its_own()
    {
        var pages = Pages(PageFolder.Kept + 3);
        File.WriteAllText(pages[0], "edited");
        var foreign = Path.Combine(Cache, "notes.html");
        File.WriteAllText(foreign, "mine");
        File.SetLastWriteTimeUtc(foreign, DateTime.UtcNow.AddDays(-99));
        File.SetLastWriteTimeUtc(pages[0], DateTime.UtcNow.AddDays(-99));
        Open();
        Assert.Equal(Sorted([.. pages.Skip(3), foreign, pages[0]]), Sorted(Directory.GetFiles(Cache)));
    }

    [Fact]
    public void Pages_of_the_same_time_are_kept_in_the_order_of_their_names()
    {
        var pages = Pages(PageFolder.Kept + 1);
        var time = DateTime.UtcNow.AddDays(-1);
        Array.ForEach(pages, page => File.SetLastWriteTimeUtc(page, time));
        Open();
        Assert.Equal(Sorted(pages).Take(PageFolder.Kept), Sorted(Directory.GetFiles(Cache)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("below")]
    public void Page_is_in_a_temporary_folder_when_the_cache_folder_cannot_be_used(string? below)
    {
        File.WriteAllText(Cache, "a file");
        var folder = PageFolder.Open(below is null ? null : Path.Combine(Cache, below), Temporary);
        Assert.Equal(Temporary, folder.Path);
        Assert.Equal(Temporary, Path.GetDirectoryName(folder.Write("Shop", "one")));
    }

    [Fact]
    public void Folder_that_exists_is_not_used_when_it_takes_no_file()
    {
        // Nobody, not even root, can create a file there.
        const string Closed = "/proc/self";
        if (Directory.Exists(Closed))
        {
            Assert.Equal(Temporary, PageFolder.Open(Closed, Temporary).Path);
        }
    }

    [Fact]
    public void Error_names_the_temporary_folder_when_neither_folder_can_be_used()
    {
        File.WriteAllText(Temporary, "a file");
        var error = Assert.Throws<SigmaEngineException>(() => PageFolder.Open(null, Temporary));
        Assert.Equal((ErrorCode.FileFailed, Temporary), (error.Kind, error.Target));
        Assert.Contains("ConvertTo-SigmaDiagram", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_names_model_and_folder_when_the_page_cannot_be_written()
    {
        var folder = Open();
        Directory.Delete(Cache);
        var error = Assert.Throws<SigmaEngineException>(() => folder.Write("Shop", "one"));
        Assert.Equal((ErrorCode.FileFailed, Cache), (error.Kind, error.Target));
        Assert.Contains("Shop", error.Message, StringComparison.Ordinal);
    }

#if !NETFRAMEWORK
    [Fact]
    public void Link_with_the_name_of_a_page_is_not_removed()
    {
        // Only an administrator can create links on Windows.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var pages = Pages(PageFolder.Kept + 1);
        var elsewhere = Path.Combine(Folder, "elsewhere.html");
        File.Move(pages[0], elsewhere);
        File.CreateSymbolicLink(pages[0], elsewhere);
        File.SetLastWriteTimeUtc(elsewhere, DateTime.UtcNow.AddDays(-99));
        Array.ForEach(pages.Skip(1).ToArray(), page => File.SetLastWriteTimeUtc(page, DateTime.UtcNow.AddDays(1)));
        Open();
        Assert.Equal(elsewhere, new FileInfo(pages[0]).LinkTarget);
    }
#endif

    private PageFolder Open() => PageFolder.Open(Cache, Temporary);

    private static string[] Sorted(string[] files) => [.. files.OrderBy(file => file, StringComparer.Ordinal)];

    // Oldest first.
    private string[] Pages(int count)
    {
        var folder = Open();
        string[] pages = [.. Enumerable.Range(0, count).Select(number => folder.Write($"Shop {number}", $"page {number}"))];
        for (var i = 0; i < count; i++)
        {
            File.SetLastWriteTimeUtc(pages[i], DateTime.UtcNow.AddDays(i - count));
        }

        return pages;
    }
}
