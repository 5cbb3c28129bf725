using System;
using System.IO;

namespace SigmaPS.Core.Files;

/// <summary>The user's own cache folder, by the conventions of each system.</summary>
internal static class UserCacheFolder
{
    /// <summary>Finds a folder of SigmaPS in it.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <returns>A path that need not exist; null if this user does not have a cache folder.</returns>
    public static string? Find(string name)
    {
        var xdg = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var root = Path.DirectorySeparatorChar == '\\' ? local
            : !string.IsNullOrEmpty(xdg) ? xdg
            : string.IsNullOrEmpty(home) ? null
            : Path.Combine(home, Directory.Exists(Path.Combine(home, "Library", "Caches")) ? Path.Combine("Library", "Caches") : ".cache");
        return string.IsNullOrEmpty(root) ? null : Path.Combine(root!, "SigmaPS", name);
    }
}
