using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>An item that both sides of a merge changed in different ways.</summary>
/// <param name="Kind">The kind of item: page, element, control, column, metric and so on.</param>
/// <param name="Names">The names of the objects around it, and its own name last.</param>
/// <param name="Property">The property that both changed; null if one side removed or added the whole item.</param>
public sealed record MergeConflict(string Kind, IReadOnlyList<string> Names, string? Property)
{
    /// <summary>The value in the common base; null if there was none.</summary>
    public JsonValue? Base { get; init; }

    /// <summary>The value of the side with the changes; null if there is none.</summary>
    public JsonValue? Other { get; init; }

    /// <summary>The live value; null if there is none.</summary>
    public JsonValue? Live { get; init; }

    /// <summary>The reason for the conflict if the values do not show it.</summary>
    public string? Note { get; init; }
}
