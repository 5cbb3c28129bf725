namespace SigmaPS.Core.Writing;

/// <summary>How a write takes an item from its consumers.</summary>
public enum TakenBy
{
    /// <summary>The item is removed.</summary>
    Removal,

    /// <summary>Its name changes.</summary>
    Rename,

    /// <summary>An item with the same name has another ID.</summary>
    NewId,
}
