using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>An item that both sides of a merge changed, each in another way.</summary>
/// <param name="Kind">The kind of item: page, element, control, column, metric and so on.</param>
/// <param name="Names">The names on the way down, the item's own last.</param>
/// <param name="Property">The property that both changed; null where one side removed or added the whole item.</param>
public sealed record MergeConflict(string Kind, IReadOnlyList<string> Names, string? Property)
{
    /// <summary>The value in the common base; null where there was none.</summary>
    public JsonValue? Base { get; init; }

    /// <summary>The value that the merge would bring in; null where there is none.</summary>
    public JsonValue? Other { get; init; }

    /// <summary>The live value; null where there is none.</summary>
    public JsonValue? Live { get; init; }

    /// <summary>Why it is a conflict, where the values do not show it.</summary>
    public string? Note { get; init; }
}
