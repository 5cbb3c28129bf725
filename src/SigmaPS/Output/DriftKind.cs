namespace SigmaPS;

/// <summary>How a live model differs from the folder of files.</summary>
public enum DriftKind
{
    /// <summary>The model's content, name or description differs.</summary>
    Changed,

    /// <summary>The model is in the folder, but not live.</summary>
    Missing,

    /// <summary>The model is live, but not in the folder.</summary>
    Extra,
}
