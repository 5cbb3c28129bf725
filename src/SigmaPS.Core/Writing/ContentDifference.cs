namespace SigmaPS.Core.Writing;

/// <summary>How far the wish is from what is live.</summary>
public enum ContentDifference
{
    /// <summary>The pages are the same JSON value.</summary>
    Unchanged,

    /// <summary>The pages differ only in layout, defaults and page ids.</summary>
    Equivalent,

    /// <summary>The content differs.</summary>
    Change,
}
