using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test on a disk of a few kilobytes; reported as skipped where such a disk cannot be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        DirectoryInfo probe = Directory.CreateTempSubdirectory("sigmaps-");
        if (Mount(probe.FullName))
        {
            Unmount(probe.FullName);
        }
        else
        {
            Skip = "A small disk cannot be mounted here.";
        }

        probe.Delete();
    }

    public static bool Mount(string folder, string size = "32k") =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder);

    /// <summary>Makes the mounted folder read-only, or writable again. Refused while a file is open for writing.</summary>
    public static bool Remount(string folder, bool isReadOnly) => Run("mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", folder);

    public static bool Unmount(string folder) => Run("umount", folder);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
