using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SigmaPS.Core.Files;

/// <summary>An earlier version of a file, and the first digits of the fingerprint of its content.</summary>
public sealed class SeenVersion
{
    private const int Digits = 16;
    private readonly string _pages;

    /// <summary>Creates the record of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="pages">The fingerprint of its pages.</param>
    public SeenVersion(long version, string pages)
    {
        Version = version;
        _pages = pages.Length > Digits ? pages.Substring(0, Digits) : pages;
    }

    /// <summary>The version.</summary>
    public long Version { get; }

    /// <summary>Whether a fingerprint belongs to this version.</summary>
    /// <param name="pages">The fingerprint of the pages.</param>
    /// <returns>True if the recorded digits match.</returns>
    public bool Holds(string pages) => _pages.Length == Digits && pages.StartsWith(_pages, StringComparison.Ordinal);

    /// <summary>The form in the index, for example 3:1f2e3d4c5b6a7988.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Version.ToString(CultureInfo.InvariantCulture) + ":" + _pages;

    /// <summary>Parses the list in the index; invalid parts are skipped.</summary>
    internal static IReadOnlyList<SeenVersion> ReadAll(string text) => text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(':'))
        .Where(part => part.Length == 2 && long.TryParse(part[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(part => new SeenVersion(long.Parse(part[0], CultureInfo.InvariantCulture), part[1])).ToList();
}
