using System;
using System.IO;
using SigmaPS.Core.Files;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class UserCacheFolderTests : TemporaryFolder
{
    [Theory]
    [InlineData(true, "local", "xdg", "home", "local")]
    [InlineData(false, "local", "xdg", "home", "xdg")]
    [InlineData(false, "local", "", "home", "home/.cache")]
    [InlineData(false, "local", null, "home", "home/.cache")]
    public void Folder_follows_the_convention_of_the_system(bool isWindows, string local, string? xdg, string home, string expected) =>
        Assert.Equal(
            Path.Combine(expected.Replace('/', Path.DirectorySeparatorChar), "SigmaPS", "pages"),
            UserCacheFolder.Find("pages", isWindows, local, xdg, home));

    [Fact]
    public void Home_with_a_folder_of_caches_is_one_of_a_Mac()
    {
        var caches = Path.Combine(Folder, "Library", "Caches");
        Directory.CreateDirectory(caches);
        Assert.Equal(Path.Combine(caches, "SigmaPS", "pages"), UserCacheFolder.Find("pages", false, null, null, Folder));
    }

    [Theory]
    [InlineData(true, "", "xdg", "home")]
    [InlineData(false, "local", "", "")]
    [InlineData(false, "local", null, null)]
    public void User_without_a_home_has_no_folder(bool isWindows, string? local, string? xdg, string? home) =>
        Assert.Null(UserCacheFolder.Find("pages", isWindows, local, xdg, home));

    [Fact]
    public void Folder_of_this_user_is_in_the_local_data_on_Windows_alone()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (UserCacheFolder.Find("pages") is { } found)
        {
            Assert.Equal(Path.DirectorySeparatorChar == '\\', found.StartsWith(local, StringComparison.Ordinal));
        }
    }
}
