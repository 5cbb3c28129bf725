using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Writing;

/// <summary>The protections of a write that the user lifts, each with its own switch.</summary>
public sealed record WriteProtections
{
    /// <summary>Whether the write may overwrite a newer version, or one whose base version is unknown.</summary>
    public bool IgnoreConflict { get; init; }

    /// <summary>Whether the write may remove items.</summary>
    public bool AllowRemoval { get; init; }

    /// <summary>Whether the write may replace a model that contains elements which a spec cannot represent.</summary>
    public bool AllowUnrepresented { get; init; }

    /// <summary>Whether the spec is sent without validation.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>The rules whose errors do not stop the write.</summary>
    public IReadOnlyCollection<string> AllowedRules { get; init; } = Array.Empty<string>();
}
