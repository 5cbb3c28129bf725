using System.IO;
#if NETFRAMEWORK
using System;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
#endif

namespace SigmaPS.Core.Files;

/// <summary>Resolves a path whose last segment is a link.</summary>
internal static class RealPath
{
#if NETFRAMEWORK
    private const int LongestPath = 32_767;
    private const uint OpenExisting = 3;
    private const uint BackupSemantics = 0x02000000;
    private const FileShare Everybody = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Resolves a path; one that is not a link is returned as it is.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="IOException">The target of the link does not exist, or the links form a cycle.</exception>
    public static string Of(string path)
    {
        if (!IsLink(path) || Path.DirectorySeparatorChar != '\\')
        {
            return path;
        }

        using var file = CreateFile(path, 0, Everybody, IntPtr.Zero, OpenExisting, BackupSemantics, IntPtr.Zero);
        var real = new StringBuilder(LongestPath);
        return !file.IsInvalid && GetFinalPathNameByHandle(file, real, real.Capacity, 0) is > 0 and < LongestPath
            ? real.ToString().Replace(@"\\?\UNC\", @"\\").Replace(@"\\?\", "")
            : throw new IOException($"The link '{path}' cannot be followed.");
    }
#else
    /// <summary>Resolves a path; one that is not a link is returned as it is.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="IOException">The target of the link does not exist, or the links form a cycle.</exception>
    public static string Of(string path) => IsLink(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
#endif

    private static bool IsLink(string path) =>
        (File.Exists(path) || Directory.Exists(path)) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
#if NETFRAMEWORK

    [DllImport("kernel32.dll", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern SafeFileHandle CreateFile(
        string path,
        uint access,
        FileShare share,
        IntPtr security,
        uint mode,
        uint flags,
        IntPtr template);

    [DllImport("kernel32.dll", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetFinalPathNameByHandle(SafeFileHandle file, StringBuilder path, int length, uint flags);
#endif
}
