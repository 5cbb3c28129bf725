using System.IO;
#if NET
using System;
#endif

namespace SigmaPS.Core.Files;

/// <summary>Creates folders and files that only the user can read. On Windows, the user's folders pass on their permissions.</summary>
internal static class PrivateFile
{
#if NET
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a folder, unless it exists.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Creates a file that does not exist yet.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }
#else
    /// <summary>Creates a folder, unless it exists.</summary>
    public static void CreateFolder(string folder) => Directory.CreateDirectory(folder);

    /// <summary>Creates a file that does not exist yet.</summary>
    public static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
#endif
}
