namespace SigmaPS.Core.Release;

/// <summary>The action of a release on a model.</summary>
public enum ReleaseAction
{
    /// <summary>The model is created.</summary>
    Create,

    /// <summary>Its content, name or description is changed.</summary>
    Update,

    /// <summary>It equals its file.</summary>
    Unchanged,

    /// <summary>Somebody edited it by hand, and it differs from its file.</summary>
    Conflict,

    /// <summary>It was deployed from another organization and is changed only there.</summary>
    Skipped,

    /// <summary>It is live and not in the folder of files.</summary>
    Orphan,
}
