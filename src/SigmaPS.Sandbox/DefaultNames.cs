namespace SigmaPS.Sandbox;

/// <summary>What a write does to column names that equal what the formula gives anyway (spec.md sections 5 and 13).</summary>
public enum DefaultNames
{
    /// <summary>Seed2025 adds them, Current leaves them as sent.</summary>
    ByLayout,

    /// <summary>They are left out of what is stored.</summary>
    Omitted,

    /// <summary>They are added where the client left them out.</summary>
    Added,
}
