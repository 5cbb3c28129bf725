using System;
using System.Collections.Generic;

namespace SigmaPS.Workflows;

/// <summary>The protections that a user lifts for a plan.</summary>
internal sealed class WriteSwitches
{
    /// <summary>Whether newer versions are overwritten.</summary>
    public bool IgnoreConflict { get; set; }

    /// <summary>Whether items may be removed.</summary>
    public bool AllowRemoval { get; set; }

    /// <summary>Whether models may be replaced that contain elements which a spec cannot represent.</summary>
    public bool AllowUnrepresented { get; set; }

    /// <summary>Whether content with errors is sent.</summary>
    public bool SkipValidation { get; set; }

    /// <summary>The rules whose errors pass.</summary>
    public IReadOnlyCollection<string> AllowedRules { get; set; } = Array.Empty<string>();

    /// <summary>The tag that a publish moves; null for none.</summary>
    public string? Tag { get; set; }
}
