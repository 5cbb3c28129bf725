using System;
using System.IO;
using System.Text;

namespace SigmaPS.Core.Files;

/// <summary>Creates a file under a name that no other process uses. If several writers want a name at once, one gets it and the others
/// get the next.</summary>
internal static class UniqueFile
{
    /// <summary>Writes text as UTF-8 without a byte order mark, flushed to disk.</summary>
    /// <param name="path">Gives the full path per attempt; the number starts at 1.</param>
    /// <param name="text">The text.</param>
    /// <returns>The full path of the created file.</returns>
    public static string Write(Func<int, string> path, string text)
    {
        for (var number = 1; ; number++)
        {
            var full = path(number);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var file = Open(full);
            if (file is not null)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                file.Write(bytes, 0, bytes.Length);
                file.Flush(flushToDisk: true);
                return full;
            }
        }
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
