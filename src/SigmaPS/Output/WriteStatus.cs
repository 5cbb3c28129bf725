namespace SigmaPS;

/// <summary>The status of a write.</summary>
public enum WriteStatus
{
    /// <summary>A new model was created.</summary>
    Created,

    /// <summary>The model was changed.</summary>
    Updated,

    /// <summary>The live model already has the desired state; no request was sent.</summary>
    Unchanged,

    /// <summary>Only layout, defaults or page IDs differ; no request was sent.</summary>
    Equivalent,

    /// <summary>A protection refused the write; no request was sent.</summary>
    Refused,

    /// <summary>The write failed.</summary>
    Failed,

    /// <summary>Sigma did not confirm the write, and the live model does not show whether it was applied.</summary>
    Unknown,

    /// <summary>The model was moved to the trash.</summary>
    Removed,

    /// <summary>The model was restored from the trash.</summary>
    Restored,
}
