using System;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class AtomicFileTests : TemporaryFolder
{
    [Fact]
    public void Write_that_fails_leaves_no_temporary_file()
    {
        var fault = Assert.Throws<SigmaEngineException>(() => AtomicFile.Write(Taken(), "{}"));
        Assert.Equal(ErrorCode.FileFailed, fault.Kind);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Temporary_file_that_cannot_be_deleted_does_not_hide_why_the_write_failed()
    {
        var path = Taken();
        var fault = Assert.Throws<SigmaEngineException>(() => AtomicFile.Write(path, "{}", _ => throw new IOException("not this one")));
        Assert.Equal((ErrorCode.FileFailed, path), (fault.Kind, fault.Target));
        Assert.DoesNotContain("not this one", fault.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Folder));
    }

#if !NETFRAMEWORK
    [Fact]
    public void Links_stay_when_the_file_behind_a_row_of_links_is_replaced()
    {
        // Only an administrator can create links on Windows.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (real, middle, path) = (Path.Combine(Folder, "real"), Path.Combine(Folder, "middle"), Path.Combine(Folder, "spec.json"));
        File.WriteAllText(real, "old");
        File.CreateSymbolicLink(middle, real);
        File.CreateSymbolicLink(path, middle);
        AtomicFile.Write(path, "new");
        Assert.Equal((middle, real), (new FileInfo(path).LinkTarget, new FileInfo(middle).LinkTarget));
        Assert.Equal("new", File.ReadAllText(real));
    }

    [Fact]
    public void Link_that_leads_to_itself_is_refused_and_named()
    {
        // Only an administrator can create links on Windows.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Path.Combine(Folder, "spec.json");
        File.CreateSymbolicLink(path, path);
        var fault = Assert.Throws<SigmaEngineException>(() => AtomicFile.Write(path, "{}"));
        Assert.Equal((ErrorCode.FileFailed, path), (fault.Kind, fault.Target));
    }
#endif

    // A folder has the path of the file.
    private string Taken() => Directory.CreateDirectory(Path.Combine(Folder, "spec.json")).FullName;
}
