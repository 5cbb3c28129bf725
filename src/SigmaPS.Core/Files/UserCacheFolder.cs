using System;
using System.IO;

namespace SigmaPS.Core.Files;

/// <summary>The user's own cache folder, by the conventions of each system.</summary>
internal static class UserCacheFolder
{
    /// <summary>Finds a folder of SigmaPS in it.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <returns>A path that need not exist; null if this user does not have a cache folder.</returns>
    public static string? Find(string name) => Find(
        name,
        Path.DirectorySeparatorChar == '\\',
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>Finds the folder in the places that the system has for the user.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <param name="isWindows">Whether the system is Windows.</param>
    /// <param name="local">The user's folder for local data.</param>
    /// <param name="xdg">The value of XDG_CACHE_HOME.</param>
    /// <param name="home">The user's home folder.</param>
    internal static string? Find(string name, bool isWindows, string? local, string? xdg, string? home)
    {
        var root = isWindows ? local
            : !string.IsNullOrEmpty(xdg) ? xdg
            : string.IsNullOrEmpty(home) ? null
            : Path.Combine(home, Directory.Exists(Path.Combine(home, "Library", "Caches")) ? Path.Combine("Library", "Caches") : ".cache");
        return string.IsNullOrEmpty(root) ? null : Path.Combine(root!, "SigmaPS", name);
    }
}
