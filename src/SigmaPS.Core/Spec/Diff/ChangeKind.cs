namespace SigmaPS.Core.Spec.Diff;

/// <summary>The kind of a change.</summary>
public enum ChangeKind
{
    /// <summary>The item is new.</summary>
    Added,

    /// <summary>The item was removed.</summary>
    Removed,

    /// <summary>A property of the item differs.</summary>
    Changed,

    /// <summary>The item has another place.</summary>
    Moved,

    /// <summary>The name of the item differs.</summary>
    Renamed,
}
