using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Files;

/// <summary>The pages that a command opened in the browser, in a folder that only the user can read.</summary>
/// <remarks>The name of a page ends with a digest of its content, so a page that somebody edited is known and is kept.</remarks>
public sealed class PageFolder
{
    /// <summary>The number of pages of earlier commands that are kept.</summary>
    public const int Kept = 20;

    private static readonly Regex OwnName = new(@"\.(?<digest>[0-9a-f]{16})\.html$", RegexOptions.CultureInvariant);

    private PageFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Opens the folder, and removes its oldest pages. Without a writable cache folder, it is a new temporary folder.</summary>
    /// <exception cref="SigmaEngineException">Neither folder is writable.</exception>
    public static PageFolder Open() => Open(
        UserCacheFolder.Find("pages"),
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), "SigmaPS-" + Guid.NewGuid().ToString("N")));

    /// <summary>Opens the folder in a given cache folder, or a given temporary folder in its place.</summary>
    internal static PageFolder Open(string? cache, string temporary)
    {
        if (cache is not null && IsWritable(cache))
        {
            var folder = new PageFolder(cache);
            folder.RemoveOld();
            return folder;
        }

        return IsWritable(temporary)
            ? new PageFolder(temporary)
            : throw FileErrors.NoPageFolder(cache, temporary);
    }

    /// <summary>Writes a page. A page with the same content is used again.</summary>
    /// <param name="name">The name of the model.</param>
    /// <param name="html">The page.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be written.</exception>
    public string Write(string name, string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var end = $".{Digest(bytes)}.html";
        var stem = System.IO.Path.Combine(Path, SafeFileName.FromName(name));
        try
        {
            for (var number = 1; ; number++)
            {
                var file = (number == 1 ? stem : FormattableString.Invariant($"{stem}.{number}")) + end;
                if (TryWrite(file, bytes))
                {
                    return file;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileErrors.Writing($"The page of \"{name}\" cannot be written to '{Path}'", Path, e);
        }
    }

    private static bool TryWrite(string file, byte[] bytes)
    {
        if (File.Exists(file))
        {
            // The page was edited, so it is not replaced.
            if (!IsOwn(file))
            {
                return false;
            }

            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return true;
        }

        using var stream = PrivateFile.Create(file);
        stream.Write(bytes, 0, bytes.Length);
        return true;
    }

    private static bool IsWritable(string folder)
    {
        try
        {
            // A folder that exists need not be writable for this user.
            PrivateFile.CreateFolder(folder);
            var probe = System.IO.Path.Combine(folder, "." + Guid.NewGuid().ToString("N") + ".tmp");
            PrivateFile.Create(probe).Dispose();
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    private void RemoveOld()
    {
        foreach (
            var file in new DirectoryInfo(Path).EnumerateFiles("*.html").Where(file => OwnName.IsMatch(file.Name))
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.Name, StringComparer.Ordinal)
                .Skip(Kept)
                .ToList())
        {
            Remove(file);
        }
    }

    private static void Remove(FileInfo file)
    {
        try
        {
            if (IsOwn(file.FullName))
            {
                file.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program has the page open; a later command removes it.
        }
    }

    private static bool IsOwn(string file) =>
        (File.GetAttributes(file) & FileAttributes.ReparsePoint) == 0
        && OwnName.Match(file).Groups["digest"].Value == Digest(File.ReadAllBytes(file));

    private static string Digest(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return string.Concat(
            sha.ComputeHash(bytes).Take(8).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
