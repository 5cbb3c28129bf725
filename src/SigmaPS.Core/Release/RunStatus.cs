namespace SigmaPS.Core.Release;

/// <summary>What a publish did to one model. The run file contains these names.</summary>
public enum RunStatus
{
    /// <summary>Nothing was sent yet.</summary>
    Planned,

    /// <summary>The backup is on the disk and the content is about to be sent.</summary>
    Writing,

    /// <summary>The model is new.</summary>
    Created,

    /// <summary>The content, the name or the description was changed.</summary>
    Updated,

    /// <summary>The model was as the plan had it.</summary>
    Unchanged,

    /// <summary>A protection refused the write.</summary>
    Refused,

    /// <summary>The write failed.</summary>
    Failed,

    /// <summary>The write may have been applied.</summary>
    Unknown,

    /// <summary>The model was moved to the trash.</summary>
    Archived,
}
