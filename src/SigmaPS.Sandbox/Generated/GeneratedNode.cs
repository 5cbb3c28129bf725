using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A column, metric or element of a generated organization, with its known dependencies.</summary>
/// <param name="DocumentKind">DataModel, Workbook or Report.</param>
/// <param name="DocumentId">The document it is part of.</param>
/// <param name="ElementId">Its element.</param>
/// <param name="Kind">column, metric or element.</param>
/// <param name="Id">Its ID in the element.</param>
/// <param name="Name">Its display name.</param>
public sealed record GeneratedNode(string DocumentKind, string DocumentId, string ElementId, string Kind, string Id, string Name)
{
    /// <summary>Its direct dependencies, as the generator chose them.</summary>
    public IList<GeneratedNode> Reads { get; } = new List<GeneratedNode>();

    /// <summary>False: Sigma's responses are not sufficient for certainty, so it may only be reported as a possible consumer.</summary>
    public bool IsCertain { get; set; } = true;

    public bool Equals(GeneratedNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{DocumentKind} {DocumentId} {ElementId}/{Id} \"{Name}\"";
}
