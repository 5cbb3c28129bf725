using System;
using System.IO;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class PrivateFileTests : TemporaryFolder
{
    [Fact]
    public void File_that_exists_is_not_replaced_when_it_is_created_again()
    {
        var file = Path.Combine(Folder, "page.html");
        File.WriteAllText(file, "kept");
        Assert.Throws<IOException>(() => PrivateFile.Create(file).Dispose());
        Assert.Equal("kept", File.ReadAllText(file));
    }

    [Fact]
    public void Folder_that_exists_keeps_its_files_when_it_is_created_again()
    {
        var folder = Path.Combine(Folder, "a", "b");
        PrivateFile.CreateFolder(folder);
        PrivateFile.Create(Path.Combine(folder, "page.html")).Dispose();
        PrivateFile.CreateFolder(folder);
        Assert.Single(Directory.GetFiles(folder));
    }

#if !NETFRAMEWORK
    [Fact]
    public void Folder_and_file_are_closed_to_other_users()
    {
        // On Windows, the user's own folders pass on their permissions.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.Combine(Folder, "pages");
        var file = Path.Combine(folder, "page.html");
        PrivateFile.CreateFolder(folder);
        PrivateFile.Create(file).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
#endif
}
