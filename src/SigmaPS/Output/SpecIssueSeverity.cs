namespace SigmaPS;

/// <summary>How much an issue matters.</summary>
public enum SpecIssueSeverity
{
    /// <summary>Check this; the model may well be correct.</summary>
    Hint,

    /// <summary>The model works, but the issue is likely to cause a problem later.</summary>
    Warning,

    /// <summary>Sigma refuses the spec, or the model does not work.</summary>
    Error,
}
