using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// Puts the temporary files of the tests into memory where Linux offers the room, because a disk syncs each file that the module writes.
/// If the environment names a folder, the files are there.
/// </summary>
internal static class MemoryFolder
{
    private const string SharedMemory = "/dev/shm";
    private const string Mounts = "/proc/mounts";
    private const long Room = 2L << 30;

    [ModuleInitializer]
    internal static void Use()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TMPDIR")) && RunsScripts()
            && new DriveInfo(SharedMemory).AvailableFreeSpace > Room)
        {
            Environment.SetEnvironmentVariable("TMPDIR", SharedMemory);
        }
    }

    // Containers often mount it without the right to execute, and some tests write a script and run it. The last mount counts.
    private static bool RunsScripts() => File.Exists(Mounts)
        && Array.FindLast(File.ReadAllLines(Mounts), line => line.Split(' ') is [_, SharedMemory, ..]) is { } mount
        && Array.IndexOf(mount.Split(' ')[3].Split(','), "noexec") < 0;
}
