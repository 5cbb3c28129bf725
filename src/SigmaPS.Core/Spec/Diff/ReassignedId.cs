namespace SigmaPS.Core.Spec.Diff;

/// <summary>An item that has another ID in the new document.</summary>
internal sealed class ReassignedId
{
    public ReassignedId(string kind, string element, string old, string now)
    {
        Kind = kind;
        Element = element;
        Old = old;
        New = now;
    }

    /// <summary>The kind of the item: element, column, metric …; a control is an element.</summary>
    public string Kind { get; }

    /// <summary>The old ID of the element, or of the element that contains the item.</summary>
    public string Element { get; }

    /// <summary>The ID in the old document.</summary>
    public string Old { get; }

    /// <summary>The ID in the new document.</summary>
    public string New { get; }
}
