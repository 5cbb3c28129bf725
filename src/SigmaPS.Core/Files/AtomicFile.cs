using System;
using System.IO;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Files;

/// <summary>Atomic write: a file is written completely or not at all, to a temporary file that is flushed and then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="SigmaEngineException">The file cannot be written; an existing file stays unchanged.</exception>
    public static void Write(string path, string text) => Write(path, text, File.Delete);

    /// <summary>Writes the file with another way to delete the temporary file.</summary>
    internal static void Write(string path, string text, Action<string> delete)
    {
        // Replace the target of a link, so that the link stays.
        var target = Followed(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, "." + Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
            {
                throw new UnauthorizedAccessException("The file is read-only. Remove its write protection, or write to another folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                var bytes = Encoding.UTF8.GetBytes(text);
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
            throw FileErrors.Writing($"The file '{path}' cannot be written", Path.GetDirectoryName(target)!, e, path);
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
            throw FileErrors.Writing($"The file '{path}' cannot be written", Path.GetDirectoryName(path)!, e, path);
        }
    }

    // Windows keeps the permissions of the replaced file itself.
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

    // The temporary file remains only after a failed write. Ignore an error here, so that the error of the write is reported.
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
            // The file is hidden and is not a spec, so exports and imports ignore it.
        }
    }
}
