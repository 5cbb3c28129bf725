using System.Linq;

namespace SigmaPS.Core.Files;

/// <summary>The line of a model in .sigma/index.json.</summary>
internal sealed record IndexLine
{
    public string? Id { get; init; }

    public string? File { get; init; }

    public string? Organization { get; init; }

    public long? Version { get; init; }

    public string? Pages { get; init; }

    /// <summary>The version field in the file itself; null if it equals Version.</summary>
    public long? Own { get; init; }

    /// <summary>Earlier versions, separated by blanks.</summary>
    public string? Seen { get; init; }

    public string? Content { get; init; }

    /// <summary>The line of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static IndexLine FromEntry(IndexEntry entry) => new()
    {
        Id = entry.Id,
        File = entry.File,
        Organization = entry.Organization,
        Version = entry.Version,
        Pages = entry.Pages,
        Own = entry.OwnVersion == entry.Version ? null : entry.OwnVersion,
        Seen = entry.Seen.Count > 0 ? string.Join(" ", entry.Seen.Select(seen => seen.ToString())) : null,
        Content = entry.Content.Length > 0 ? entry.Content : null,
    };
}
