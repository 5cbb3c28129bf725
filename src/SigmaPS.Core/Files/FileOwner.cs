#if !NETFRAMEWORK
using System;
using System.Runtime.InteropServices;

namespace SigmaPS.Core.Files;

/// <summary>User and group of a file on Linux. Without this, a job that runs as root would take over each file that it replaces.</summary>
internal static class FileOwner
{
    private const int CurrentFolder = -100;
    private const uint UserAndGroup = 0x18;
    private const int UserOffset = 20;
    private const int GroupOffset = 24;

    /// <summary>Gives one file the user and group of another. Only root may give a file away, so the call may have no effect.</summary>
    /// <param name="from">The file with the owner.</param>
    /// <param name="to">The file that gets the owner.</param>
    public static void Copy(string from, string to)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            if (Read(from) is { } owner && owner != Read(to))
            {
                _ = ChangeOwner(to, owner.User, owner.Group);
            }
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library without these calls: the file keeps the owner that the system gave it.
        }
    }

    private static (uint User, uint Group)? Read(string path)
    {
        // The layout of struct statx is part of the kernel's interface: linux/stat.h.
        var buffer = new byte[256];
        return Status(CurrentFolder, path, 0, UserAndGroup, buffer) == 0
            ? (BitConverter.ToUInt32(buffer, UserOffset), BitConverter.ToUInt32(buffer, GroupOffset))
            : null;
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] buffer);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
#endif
