using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>The record of a model in the index of an export folder.</summary>
/// <param name="Id">The model's UUID.</param>
/// <param name="File">The file's name within the folder.</param>
/// <param name="Organization">The organization's ID.</param>
/// <param name="Version">The version of the file's content: the base version of a later write.</param>
/// <param name="Pages">The SHA-256 of the pages, in hex.</param>
public sealed record IndexEntry(string Id, string File, string Organization, long Version, string Pages)
{
    // People rarely restore older content, and the line must stay short enough for a review.
    private const int MostSeen = 5;

    /// <summary>The SHA-256 of the content with name and description, in hex; empty in an index that an earlier version wrote.</summary>
    public string Content { get; init; } = "";

    /// <summary>The version field in the file itself at the last export or write; null if it equals Version, or the file has no such
    /// field.</summary>
    public long? OwnVersion { get; init; }

    /// <summary>Earlier versions of the file, the newest first.</summary>
    public IReadOnlyList<SeenVersion> Seen { get; init; } = Array.Empty<SeenVersion>();

    /// <summary>Finds the base version of a file. The entry is valid for the recorded content and edits of it, not for a restored older
    /// file.</summary>
    /// <param name="document">The file.</param>
    /// <returns>The version; null if the file has a version field that differs from the recorded one.</returns>
    public long? BaseOf(SpecDocument document)
    {
        if (document.LatestVersion is { } own)
        {
            return own == (OwnVersion ?? Version) ? Version : null;
        }

        var pages = ExportIndex.Fingerprint(document);
        return pages == Pages ? Version : Seen.FirstOrDefault(seen => seen.Holds(pages))?.Version ?? Version;
    }

    /// <summary>Copies this entry as the successor of an earlier one, whose version it keeps in its history.</summary>
    internal IndexEntry After(IndexEntry before)
    {
        var older = before.Seen.Where(seen => seen.Version != Version);
        return this with
        {
            Seen = (before.Version == Version ? older : older.Prepend(new SeenVersion(before.Version, before.Pages)))
                .Take(MostSeen)
                .ToList(),
        };
    }
}
