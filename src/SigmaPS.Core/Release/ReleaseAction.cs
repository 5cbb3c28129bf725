namespace SigmaPS.Core.Release;

/// <summary>What a release does with a model.</summary>
public enum ReleaseAction
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>Its content, name or description is changed.</summary>
    Update,

    /// <summary>It is as the folder says.</summary>
    Unchanged,

    /// <summary>Somebody has edited it by hand, and the folder says otherwise.</summary>
    Conflict,

    /// <summary>It was deployed from another organisation and is changed there only.</summary>
    Skipped,

    /// <summary>It is live and not in the folder of files.</summary>
    Orphan,
}
