using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>What an export folder remembers of a model beside its file.</summary>
public sealed class IndexEntry
{
    // Older content than this is hardly brought back, and the line stays short enough for a review.
    private const int MostSeen = 5;

    /// <summary>Makes an entry.</summary>
    /// <param name="id">The model's UUID.</param>
    /// <param name="file">The file's name within the folder.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <param name="version">The version that the file shows.</param>
    /// <param name="pages">The SHA-256 of the pages.</param>
    public IndexEntry(string id, string file, string organization, long version, string pages)
    {
        Id = id;
        File = file;
        Organization = organization;
        Version = version;
        Pages = pages;
    }

    /// <summary>The model's UUID.</summary>
    public string Id { get; }

    /// <summary>The file's name within the folder.</summary>
    public string File { get; }

    /// <summary>The organization's ID.</summary>
    public string Organization { get; }

    /// <summary>The version that the file shows: what a later write builds on.</summary>
    public long Version { get; }

    /// <summary>The SHA-256 of the pages, in hex.</summary>
    public string Pages { get; }

    /// <summary>The SHA-256 of the content with name and description, in hex; empty in an index that an earlier version wrote.</summary>
    public string Content { get; init; } = "";

    /// <summary>The version field in the file itself at the last export or write; null where that is the same version, or the file has no such field.</summary>
    public long? OwnVersion { get; init; }

    /// <summary>Versions that the file showed before this one, the newest first.</summary>
    public IReadOnlyList<SeenVersion> Seen { get; init; } = Array.Empty<SeenVersion>();

    /// <summary>The base version that this entry gives a file. It speaks for the content that it recorded and for edits of it, not for an older file that came back.</summary>
    /// <param name="document">The file.</param>
    /// <returns>The version; null where the file has a version field of its own that is another one than the entry noted.</returns>
    public long? BaseOf(SpecDocument document)
    {
        if (document.LatestVersion is { } own)
        {
            return own == (OwnVersion ?? Version) ? Version : null;
        }

        var pages = ExportIndex.Fingerprint(document);
        return pages == Pages ? Version : Seen.FirstOrDefault(seen => seen.Holds(pages))?.Version ?? Version;
    }

    /// <summary>This entry in the place of an earlier one, whose version it remembers.</summary>
    internal IndexEntry After(IndexEntry before)
    {
        var older = before.Seen.Where(seen => seen.Version != Version);
        return new IndexEntry(Id, File, Organization, Version, Pages)
        {
            OwnVersion = OwnVersion,
            Content = Content,
            Seen = (before.Version == Version ? older : older.Prepend(new SeenVersion(before.Version, before.Pages))).Take(MostSeen).ToList(),
        };
    }
}
