using System;
using System.Globalization;
using System.IO;
using System.Text;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Spec.Files;

/// <summary>The copy of a live model that is on disk before anything is sent.</summary>
internal static class BackupFile
{
    /// <summary>Writes the exact text into a folder as name.shortid.vN.UTC.json, flushed to the disk, never over another file.</summary>
    /// <exception cref="SigmaFaultException">It cannot be written; then nothing is sent.</exception>
    public static string Write(string folder, string id, string name, long version, string text, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var stem = $"{SafeFileName.Of(name)}.{DataModelId.ToShort(id)}.v{version.ToString(CultureInfo.InvariantCulture)}.{stamp}";
        try
        {
            Directory.CreateDirectory(folder);
            for (var copy = 1; ; copy++)
            {
                var path = Path.Combine(folder, copy == 1 ? stem + ".json" : $"{stem}.{copy.ToString(CultureInfo.InvariantCulture)}.json");
                if (!File.Exists(path))
                {
                    using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
                    var bytes = new UTF8Encoding(false).GetBytes(text);
                    file.Write(bytes, 0, bytes.Length);
                    file.Flush(flushToDisk: true);
                    return path;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SigmaFaultException(FaultKind.FileFailed, $"The backup of \"{name}\" cannot be written to '{folder}', so nothing was sent: {e.Message}", e) { Target = folder };
        }
    }
}
