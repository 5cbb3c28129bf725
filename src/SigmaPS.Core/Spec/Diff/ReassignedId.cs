namespace SigmaPS.Core.Spec.Diff;

/// <summary>An item that has another ID in the new document.</summary>
internal sealed class ReassignedId(string kind, string element, string old, string now)
{
    /// <summary>The kind of the item: element, column, metric …; a control is an element.</summary>
    public string Kind { get; } = kind;

    /// <summary>The old ID of the element, or of the element that contains the item.</summary>
    public string Element { get; } = element;

    /// <summary>The ID in the old document.</summary>
    public string Old { get; } = old;

    /// <summary>The ID in the new document.</summary>
    public string New { get; } = now;
}
