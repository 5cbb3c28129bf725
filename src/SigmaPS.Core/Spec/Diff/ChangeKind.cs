namespace SigmaPS.Core.Spec.Diff;

/// <summary>What happened to a thing.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>One of its properties differs.</summary>
    Changed,

    /// <summary>It stands elsewhere.</summary>
    Moved,

    /// <summary>Its name differs.</summary>
    Renamed,
}
