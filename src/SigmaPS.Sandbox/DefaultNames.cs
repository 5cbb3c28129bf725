namespace SigmaPS.Sandbox;

/// <summary>How a write stores column names that equal the default from the formula (spec.md sections 5 and 13).</summary>
public enum DefaultNames
{
    /// <summary>Seed2025 adds them, Current keeps them as sent.</summary>
    ByLayout,

    /// <summary>They are omitted from the stored spec.</summary>
    Omitted,

    /// <summary>They are added if the client omitted them.</summary>
    Added,
}
