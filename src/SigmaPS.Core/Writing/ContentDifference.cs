namespace SigmaPS.Core.Writing;

/// <summary>How the spec differs from the live content.</summary>
public enum ContentDifference
{
    /// <summary>The pages are the same JSON value.</summary>
    Unchanged,

    /// <summary>The pages differ only in layout, defaults and page IDs.</summary>
    Equivalent,

    /// <summary>The content differs.</summary>
    Change,
}
