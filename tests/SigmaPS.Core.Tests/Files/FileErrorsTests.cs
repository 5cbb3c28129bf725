using System;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>An error of the file system names the item that is in the way.</summary>
public sealed class FileErrorsTests : TemporaryFolder
{
    [Fact]
    public void File_that_exists_cannot_be_read_and_other_files_do_not_exist()
    {
        var file = Path.Combine(Folder, "a.json");
        File.WriteAllText(file, "{}");
        Assert.Contains("cannot be read: in use", Reading(file, new IOException("in use")).Message, StringComparison.Ordinal);
        foreach (var error in new[]
        {
            Reading(Path.Combine(file, "b.json"), new UnauthorizedAccessException("not a folder")),
            Reading(Path.Combine(file, "b", "c.json"), new UnauthorizedAccessException("not a folder")),
            Reading(Path.Combine(Folder, "b.json"), new FileNotFoundException("missing")),
            Reading(Path.Combine(Folder, "b", "c.json"), new DirectoryNotFoundException("missing")),
        })
        {
            Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void File_in_the_place_of_a_folder_is_named_when_a_file_cannot_be_written_below_it()
    {
        var file = Path.Combine(Folder, "a");
        File.WriteAllText(file, "{}");
        foreach (var folder in new[] { file, Path.Combine(file, "b"), Path.Combine(file, "b", "c") })
        {
            var message = FileErrors.Writing("It failed", folder, new IOException("odd words")).Message;
            Assert.Equal($"It failed: '{file}' is a file, not a folder. Specify a folder.", message);
        }
    }

    [Fact]
    public void Words_of_the_system_are_quoted_when_no_file_is_in_the_way()
    {
        Assert.Contains("in use", FileErrors.Writing("It failed", Folder, new IOException("in use")).Message, StringComparison.Ordinal);
        var missing = FileErrors.Writing("It failed", Path.Combine(Folder, "b"), new DirectoryNotFoundException("odd words"));
        Assert.Contains("cannot be created", missing.Message, StringComparison.Ordinal);
    }

    private static SigmaEngineException Reading(string path, Exception cause)
    {
        var error = FileErrors.Reading(path, cause);
        Assert.Equal((ErrorCode.FileFailed, path), (error.Kind, error.Target));
        return error;
    }
}
