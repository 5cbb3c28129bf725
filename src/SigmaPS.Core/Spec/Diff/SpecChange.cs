using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>One difference between two specs, found by identity and not by text.</summary>
/// <param name="change">The kind of the change.</param>
/// <param name="kind">The kind of the item: page, element, control, column, metric, relationship, filter, folder, grouping, sort,
/// security.</param>
/// <param name="names">The names of the objects around the item, and its own name last.</param>
/// <param name="pointer">The JSON pointer in the document that still contains the item.</param>
public sealed class SpecChange(ChangeKind change, string kind, IReadOnlyList<string> names, string pointer)
{
    /// <summary>The kind of the change.</summary>
    public ChangeKind Change { get; } = change;

    /// <summary>The kind of the item.</summary>
    public string Kind { get; } = kind;

    /// <summary>The names of the objects around the item, and its own name last.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public string Pointer { get; } = pointer;

    /// <summary>The property that differs; null if the whole item was added or removed.</summary>
    public string? Property { get; init; }

    /// <summary>The value before; null if there was none.</summary>
    public JsonValue? Old { get; init; }

    /// <summary>The value after; null if there is none.</summary>
    public JsonValue? New { get; init; }

    /// <summary>Whether a name differs only because Sigma writes out or omits a default name.</summary>
    internal bool IsDefaultName { get; init; }

    /// <summary>The display name of an item in the lists before and after; null if the names of the documents are not available.</summary>
    internal System.Func<JsonObject, string>? NameOf { get; init; }

    /// <summary>The whole item before, if one of its properties differs.</summary>
    internal JsonObject? Was { get; init; }

    /// <summary>The whole item after, if one of its properties differs.</summary>
    internal JsonObject? Is { get; init; }
}
