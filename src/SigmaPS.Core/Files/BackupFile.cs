using System;
using System.Globalization;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>Writes the backup of a live model before a write is sent.</summary>
internal static class BackupFile
{
    /// <summary>Writes the exact text to a folder as name.shortid.vN.UTC.json, flushed to disk. It never overwrites another file.</summary>
    /// <exception cref="SigmaEngineException">The backup cannot be written; the write is not sent.</exception>
    public static string Write(string folder, string id, string name, long version, string text, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var stem = $"{SafeFileName.FromName(name)}.{DataModelId.ToShort(id)}.v{version.ToString(CultureInfo.InvariantCulture)}.{stamp}";
        try
        {
            return UniqueFile.Write(
                copy => Path.Combine(folder, copy == 1 ? stem + ".json" : $"{stem}.{copy.ToString(CultureInfo.InvariantCulture)}.json"),
                text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileErrors.Writing(
                $"The backup of \"{name}\" ({id}) cannot be written to '{folder}', so the write was not sent", folder, e);
        }
    }
}
