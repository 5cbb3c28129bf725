namespace SigmaPS;

/// <summary>The action of a release for a model.</summary>
public enum ReleaseAction
{
    /// <summary>The model is created.</summary>
    Create,

    /// <summary>The model's content, name or description is changed.</summary>
    Update,

    /// <summary>The model equals its file.</summary>
    Unchanged,

    /// <summary>Somebody has edited the model by hand, and its file differs.</summary>
    Conflict,

    /// <summary>The model was deployed from another organization and is changed there only.</summary>
    Skipped,

    /// <summary>The model is live, but not in the folder of files.</summary>
    Orphan,
}
