using System;
using System.IO;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Files;

/// <summary>Writes a file whole or not at all: into a temporary file beside it, to the disk, then under its name.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="SigmaEngineException">It cannot be written; the file that was there is as it was.</exception>
    public static void Write(string path, string text) => Write(path, text, File.Delete);

    /// <summary>The same with a way of one's own to delete the temporary file.</summary>
    internal static void Write(string path, string text, Action<string> delete)
    {
        // The file behind a link is replaced, and the link stays.
        var target = Followed(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, "." + Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
            {
                throw new UnauthorizedAccessException("It is read-only. Remove its write protection, or write to another folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                var bytes = Utf8.GetBytes(text);
                file.Write(bytes, 0, bytes.Length);
                file.Flush(flushToDisk: true);
            }

            if (File.Exists(target))
            {
                KeepOwnerAndMode(target, temporary);
                File.Replace(temporary, target, destinationBackupFileName: null);
            }
            else
            {
                File.Move(temporary, target);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SigmaEngineException(ErrorCode.FileFailed, $"The file '{path}' cannot be written: {e.Message}", e) { Target = path };
        }
        finally
        {
            Discard(temporary, delete);
        }
    }

    private static string Followed(string path)
    {
        try
        {
            return RealPath.Of(path);
        }
        catch (IOException e)
        {
            throw new SigmaEngineException(ErrorCode.FileFailed, $"The file '{path}' cannot be written: {e.Message}", e) { Target = path };
        }
    }

    // Windows keeps the permissions of the replaced file by itself.
    private static void KeepOwnerAndMode(string from, string to)
    {
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows())
        {
            // A change of owner may clear bits of the mode.
            FileOwner.Copy(from, to);
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
#endif
    }

    // What is left over is there only when the write has failed, and why that was is worth more than the leftover.
    private static void Discard(string temporary, Action<string> delete)
    {
        try
        {
            if (File.Exists(temporary))
            {
                delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is hidden and no spec, so no export or import takes it for one.
        }
    }
}
