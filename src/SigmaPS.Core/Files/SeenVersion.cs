using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SigmaPS.Core.Files;

/// <summary>A version that a file showed once, and the first digits of the fingerprint of its content.</summary>
public sealed class SeenVersion
{
    private const int Digits = 16;
    private readonly string _pages;

    /// <summary>Makes it.</summary>
    /// <param name="version">The version.</param>
    /// <param name="pages">The fingerprint of its pages.</param>
    public SeenVersion(long version, string pages)
    {
        Version = version;
        _pages = pages.Length > Digits ? pages.Substring(0, Digits) : pages;
    }

    /// <summary>The version.</summary>
    public long Version { get; }

    /// <summary>Whether a content is that of this version.</summary>
    /// <param name="pages">Its fingerprint.</param>
    /// <returns>True where it is.</returns>
    public bool Holds(string pages) => _pages.Length == Digits && pages.StartsWith(_pages, StringComparison.Ordinal);

    /// <summary>As it stands in the index: 3:1f2e3d4c5b6a7988.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Version.ToString(CultureInfo.InvariantCulture) + ":" + _pages;

    /// <summary>Reads what the index holds; what is not such a text is left out.</summary>
    internal static IReadOnlyList<SeenVersion> ReadAll(string text) => text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(':'))
        .Where(part => part.Length == 2 && long.TryParse(part[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(part => new SeenVersion(long.Parse(part[0], CultureInfo.InvariantCulture), part[1])).ToList();
}
