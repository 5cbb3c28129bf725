using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>The name that Sigma shows for an item, and how certain it is.</summary>
/// <param name="Text">The name; the ID if no rule gives a name.</param>
/// <param name="Origin">The origin of the name.</param>
public sealed record DisplayName(string Text, NameOrigin Origin)
{
    /// <summary>Whether the document or Sigma gives the name, so that nothing is inferred.</summary>
    public bool IsCertain => Origin is NameOrigin.Declared or NameOrigin.Live;

    /// <summary>Whether there is a name at all.</summary>
    public bool IsKnown => Origin != NameOrigin.Unknown;

    /// <summary>Alternative names that a formula may use if the rules are ambiguous: the warehouse's spelling, or no suffix.</summary>
    internal IReadOnlyList<string> Aliases { get; init; } = Array.Empty<string>();
}
