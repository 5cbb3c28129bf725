namespace SigmaPS.Core.Spec.Diff;

/// <summary>A thing that was found again under another id.</summary>
internal sealed class ReassignedId
{
    public ReassignedId(string kind, string element, string old, string now)
    {
        Kind = kind;
        Element = element;
        Old = old;
        New = now;
    }

    /// <summary>The kind of thing: element, column, metric …; a control is an element.</summary>
    public string Kind { get; }

    /// <summary>The old id of the element that it is or stands in.</summary>
    public string Element { get; }

    /// <summary>Its id in the old document.</summary>
    public string Old { get; }

    /// <summary>Its id in the new document.</summary>
    public string New { get; }
}
