#if !NETFRAMEWORK
using System;
using System.Runtime.InteropServices;

namespace SigmaPS.Core.Files;

/// <summary>Copies user and group of a file on Linux. Without this, a job that runs as root would own each file that it replaces.</summary>
internal static class FileOwner
{
    private const int CurrentFolder = -100;
    private const uint UserAndGroup = 0x18;
    private const int UserOffset = 20;
    private const int GroupOffset = 24;

    /// <summary>Sets the user and group of one file to those of another. Only root may change the owner, so the call may have no
    /// effect.</summary>
    /// <param name="from">The file with the owner.</param>
    /// <param name="to">The file whose owner is set.</param>
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
            // The C library lacks these calls, so the file keeps the owner that the system set.
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
