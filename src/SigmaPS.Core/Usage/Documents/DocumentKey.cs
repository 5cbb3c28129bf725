using System;
using System.Linq;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Usage;

/// <summary>What the list shows of a document's state: when it is the same, the document need not be read again.</summary>
/// <param name="Kind">Data model, workbook or report.</param>
/// <param name="Id">Its ID, or the tagged copy's.</param>
/// <param name="LatestVersion">The published version.</param>
/// <param name="UpdatedAt">When it was changed, as the service sent it.</param>
/// <param name="Tags">Its tags with their versions and times.</param>
internal sealed record DocumentKey(ConsumerKind Kind, string Id, long LatestVersion, string UpdatedAt, string Tags)
{
    public static DocumentKey From(ConsumerKind kind, DocumentEntry entry) =>
        new(
            kind,
            entry.Id,
            entry.LatestVersion,
            entry.UpdatedAt ?? "",
            string.Join(
                ";",
                entry
                    .Tags.Select(tag => $"{tag.VersionTagId}@{tag.SourceVersion}@{tag.TaggedAt}")
                    .OrderBy(text => text, StringComparer.Ordinal)));
}
