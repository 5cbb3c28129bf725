using System;
using System.IO;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>The content of a folder comes back as it was.</summary>
public sealed class LocalFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sigmaps-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Folder_has_its_content_again_when_files_and_folders_changed_came_and_went()
    {
        string kept = Write("kept/a.txt", "a");
        string gone = Write("gone/b.txt", "b");
        LocalFiles files = new(_root.FullName);
        string before = files.Text();
        Write("kept/a.txt", "A");
        Assert.NotEqual(before, files.Text());
        Directory.Delete(Path.GetDirectoryName(gone)!, recursive: true);
        string come = Write("new/inner/c.txt", "c");
        Write("d.txt", "d");
        files.PutBack();
        Assert.Equal(before, files.Text());
        Assert.Equal("a", File.ReadAllText(kept));
        Assert.False(Directory.Exists(Path.Combine(come, "../..")));
    }

    [Fact]
    public void Text_does_not_depend_on_the_times_in_names_and_contents()
    {
        string first = Write("20260101T000000Z-prod/a.v1.20260101T000001Z.json", "at 2026-01-01T00:00:00.5Z: 1");
        string text = new LocalFiles(_root.FullName).Text();
        Directory.Delete(Path.GetDirectoryName(first)!, recursive: true);
        Write("20260102T000000Z-prod/a.v1.20260102T000001Z.json", "at 2026-01-02T00:00:00Z: 1");
        Assert.Equal(text, new LocalFiles(_root.FullName).Text());
        Assert.Contains(": 1", text, StringComparison.Ordinal);
        Assert.Equal("", new LocalFiles(_root.FullName).Text("-prod/"));
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
