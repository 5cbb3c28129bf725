using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Keeps the index on disk: one file per document, for this user only. Each file is replaced as a whole, so that several processes can
/// share the folder.
/// </summary>
public sealed class UsageCache : IUsageStore
{
    private const string Extension = ".usage";

    // Most headers fit: a scan reads the headers of thousands of unchanged documents, and few bodies.
    private const int FirstLine = 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Regex Name = new("^[0-9a-f]{20}$", RegexOptions.CultureInvariant);
    private readonly string _folder;

    private UsageCache(string folder) => _folder = folder;

    /// <inheritdoc/>
    public string? Place => _folder;

    /// <summary>The cache of one organization and client. Clients can see different documents, so they do not share a cache.</summary>
    /// <param name="root">The folder for all organizations.</param>
    /// <param name="host">The host of the API.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <param name="user">The member whose rights apply.</param>
    /// <returns>The cache.</returns>
    /// <exception cref="SigmaEngineException">The folder cannot be created or written.</exception>
    public static UsageCache Open(string root, string host, string organization, string user)
    {
        using var sha = SHA256.Create();
        var hash = string.Concat(
            sha.ComputeHash(Utf8.GetBytes($"{host}\n{organization}\n{user}"))
                .Take(10)
                .Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        var folder = Path.Combine(root, hash);
        try
        {
            PrivateFile.CreateFolder(folder);

            // A folder that exists need not be writable for this user.
            var probe = TemporaryIn(folder);
            PrivateFile.Create(probe).Dispose();
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileErrors.Writing($"The folder '{folder}' for the usage index cannot be used", folder, e);
        }

        return new UsageCache(folder);
    }

    /// <summary>The user's own cache folder.</summary>
    /// <returns>A path; null where this user has none.</returns>
    public static string? DefaultRoot() => UserCacheFolder.Find("usage");

    /// <inheritdoc/>
    public string? Read(string name) => TryRead(name, path => File.ReadAllText(path, Utf8));

    /// <inheritdoc/>
    public string? ReadFirstLine(string name) => TryRead(name, path =>
    {
        using var reader = new StreamReader(path, Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: FirstLine);
        return reader.ReadLine();
    });

    /// <inheritdoc/>
    public void Write(string name, string text)
    {
        var temporary = TemporaryIn(_folder);
        try
        {
            using (var file = PrivateFile.Create(temporary))
            {
                var bytes = Utf8.GetBytes(text);
                file.Write(bytes, 0, bytes.Length);
            }

            Replace(temporary, PathOf(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw FileErrors.Writing($"The usage index in '{_folder}' cannot be written", _folder, e);
        }
    }

    /// <inheritdoc/>
    public int Clear() => Clear(_folder);

    /// <summary>Removes the indexes of all organizations; other files stay.</summary>
    /// <param name="root">The folder for all organizations.</param>
    /// <returns>How many entries there were.</returns>
    /// <exception cref="SigmaEngineException">A file cannot be removed.</exception>
    public static int ClearAll(string root)
    {
        if (File.Exists(root))
        {
            throw FileErrors.NotAFolder(root);
        }

        try
        {
            return Directory.Exists(root)
                ? Directory.EnumerateDirectories(root).Where(folder => Name.IsMatch(Path.GetFileName(folder))).ToList().Sum(Clear)
                : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigmaEngineException(ErrorCode.FileFailed, $"The usage index in '{root}' cannot be removed: {e.Message}", e)
            {
                Target = root,
            };
        }
    }

    private static int Clear(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*" + Extension).Concat(Directory.EnumerateFiles(folder, ".*.tmp")).ToList();
        foreach (var file in files)
        {
            File.Delete(file);
        }

        return files.Count(file => file.EndsWith(Extension, StringComparison.Ordinal));
    }

    private static string TemporaryIn(string folder) => Path.Combine(folder, "." + Guid.NewGuid().ToString("N") + ".tmp");

    // In a first scan no entry is there. So each one is looked for first, or each would cost an exception.
    private string? TryRead(string name, Func<string, string?> read)
    {
        var path = PathOf(name);
        try
        {
            return File.Exists(path) ? read(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A missing or locked entry is read from Sigma again.
            return null;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name + Extension);

#if NET
    private static void Replace(string temporary, string path) => File.Move(temporary, path, overwrite: true);
#else
    private static void Replace(string temporary, string path)
    {
        if (File.Exists(path))
        {
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, path);
        }
    }
#endif
}
