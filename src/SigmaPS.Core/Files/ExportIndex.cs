using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Files;

/// <summary>The file .sigma/index.json of an export folder: one line per model, sorted by ID, so that a merge changes few lines.</summary>
public sealed class ExportIndex
{
    private static readonly StateFile<IndexContent> Format = new(
        "an index of an export folder",
        "Restore it from version control, or delete it and export again.");

    private readonly SortedDictionary<string, IndexEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    private ExportIndex(string path) => Location = path;

    /// <summary>The index file's full path.</summary>
    public string Location { get; }

    /// <summary>The entries, sorted by ID.</summary>
    public IEnumerable<IndexEntry> Entries => _entries.Values;

    /// <summary>Reads the index of a folder; a folder without one has an empty index.</summary>
    /// <param name="folder">The export folder.</param>
    /// <returns>The index.</returns>
    /// <exception cref="SigmaEngineException">The file exists but is not an index.</exception>
    public static ExportIndex Read(string folder)
    {
        var index = new ExportIndex(Path.Combine(folder, ".sigma", "index.json"));
        if (!System.IO.File.Exists(index.Location))
        {
            return index;
        }

        foreach (var line in Format.Read(index.Location).Models!.OfType<IndexLine>())
        {
            var entry = index.Entry(line);
            index._entries[entry.Id] = entry;
        }

        return index;
    }

    /// <summary>Finds the entry of a file in the index of its folder.</summary>
    /// <param name="path">A file's full path.</param>
    /// <returns>The entry; null if there is none.</returns>
    public static IndexEntry? ReadEntry(string path)
    {
        return Read(Path.GetDirectoryName(path)!).FindFile(path);
    }

    /// <summary>Finds the entry of a file of this folder.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The entry; null if there is none.</returns>
    public IndexEntry? FindFile(string path) =>
        Find(this, path, StringComparison.Ordinal) ?? Find(this, path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Records the new base version of a file after a write from it.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="entry">Its previous entry.</param>
    /// <param name="version">The version that the write created.</param>
    /// <param name="document">The written document.</param>
    public static void RecordWrite(string path, IndexEntry entry, long version, SpecDocument document)
    {
        var index = Read(Path.GetDirectoryName(path)!);
        index.Set(
            new IndexEntry(entry.Id, entry.File, entry.Organization, version, Fingerprint(document))
            {
                OwnVersion = document.LatestVersion,
                Seen = entry.Seen,
                Content = ContentFingerprint(document),
            });
        index.Save();
    }

    /// <summary>Computes the fingerprint of a document's pages; equal JSON text gives equal fingerprints.</summary>
    /// <param name="document">The document.</param>
    /// <returns>SHA-256 in hex.</returns>
    public static string Fingerprint(SpecDocument document) => Fingerprint(document.Pages);

    /// <summary>Computes the fingerprint of everything that a person can edit: content, name and description.</summary>
    /// <param name="document">The document.</param>
    /// <returns>SHA-256 in hex.</returns>
    internal static string ContentFingerprint(SpecDocument document) => Fingerprint(Content(document.Root, withName: true));

    /// <summary>Copies a document without server-managed fields. Unknown top-level keys count as content.</summary>
    /// <param name="root">The document.</param>
    /// <param name="withName">Whether to keep name and description, for reviewers.</param>
    internal static JsonObject Content(JsonObject root, bool withName)
    {
        var content = new JsonObject();
        foreach (var member in root)
        {
            if (!ServerManagedFields.Holds(member.Name) || (withName && member.Name is ("name" or "description")))
            {
                content.Add(member.Name, member.Value);
            }
        }

        return content;
    }

    private static string Fingerprint(JsonValue value) => Hash(JsonTree.Text(value));

    /// <summary>Computes the SHA-256 of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The hash in hex.</returns>
    internal static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Finds the entry of a model.</summary>
    /// <param name="id">The UUID.</param>
    /// <returns>The entry; null if there is none.</returns>
    public IndexEntry? Find(string id) => _entries.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>Sets the entry of a model; Save writes it.</summary>
    /// <param name="entry">The entry.</param>
    public void Set(IndexEntry entry)
    {
        _entries[entry.Id] = entry;
        _set.Add(entry.Id);
    }

    /// <summary>Merges the entries set here into the index on disk and writes it completely or not at all. An unchanged index is not
    /// written.</summary>
    public void Save()
    {
        var merged = Read(Path.GetDirectoryName(Path.GetDirectoryName(Location))!)._entries;
        foreach (var id in _set)
        {
            merged[id] = _entries[id];
        }

        var lines = merged.Values.Select(entry => "\n    " + Format.Line(IndexLine.FromEntry(entry)));
        var text = "{\n  \"models\": [" + string.Join(",", lines) + (merged.Count > 0 ? "\n  ]\n}\n" : "]\n}\n");
        if (!System.IO.File.Exists(Location) || TextFileReader.Read(Location, ErrorCode.FileFailed) != text)
        {
            AtomicFile.Write(Location, text);
        }
    }

    private static IndexEntry? Find(ExportIndex index, string path, StringComparison comparison) =>
        index.Entries.FirstOrDefault(entry => string.Equals(entry.File, Path.GetFileName(path), comparison));

    private IndexEntry Entry(IndexLine line) => new(
        line.Id ?? throw Format.Damaged(Location, "an entry has no ID"),
        FileName(line.File),
        line.Organization ?? "",
        line.Version ?? throw Format.Damaged(Location, "an entry has no version"),
        line.Pages ?? "")
    {
        OwnVersion = line.Own,
        Seen = SeenVersion.ReadAll(line.Seen ?? ""),
        Content = line.Content ?? "",
    };

    // An index may come from another person's branch. So accept only names of spec files in this folder.
    private string FileName(string? file) =>
        file is not null && file.IndexOfAny(new[] { '/', '\\', ':' }) < 0 && SpecFile.IsSpec(file)
            ? file
            : throw Format.Damaged(Location, $"an entry refers to '{file}', which is not a spec file of this folder");
}
