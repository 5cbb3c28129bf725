using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>The name that Sigma shows for an item, and how certain it is.</summary>
/// <param name="Text">The name; the ID where no rule gives a name.</param>
/// <param name="Origin">Where the name comes from.</param>
public sealed record DisplayName(string Text, NameOrigin Origin)
{
    /// <summary>Whether the document or Sigma gives the name, so that nothing is inferred.</summary>
    public bool IsCertain => Origin is NameOrigin.Declared or NameOrigin.Live;

    /// <summary>Whether there is a name at all.</summary>
    public bool IsKnown => Origin != NameOrigin.Unknown;

    /// <summary>Other names by which a formula can reach the item where the rules leave a choice: the warehouse's spelling, no suffix.</summary>
    internal IReadOnlyList<string> Aliases { get; init; } = Array.Empty<string>();
}
