using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>One difference between two representations, found by identity and not by text.</summary>
public sealed class SpecChange
{
    /// <summary>Makes a change.</summary>
    /// <param name="change">What happened.</param>
    /// <param name="kind">To what kind of thing: page, element, control, column, metric, relationship, filter, folder, grouping, sort,
    /// security.</param>
    /// <param name="names">The names on the way down, the thing's own last.</param>
    /// <param name="pointer">The JSON pointer, in the document where the thing still is.</param>
    public SpecChange(ChangeKind change, string kind, IReadOnlyList<string> names, string pointer)
    {
        Change = change;
        Kind = kind;
        Names = names;
        Pointer = pointer;
    }

    /// <summary>What happened.</summary>
    public ChangeKind Change { get; }

    /// <summary>The kind of thing.</summary>
    public string Kind { get; }

    /// <summary>The names on the way down.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public string Pointer { get; }

    /// <summary>The property that differs; null where the whole thing came or went.</summary>
    public string? Property { get; init; }

    /// <summary>The value before; null where there was none.</summary>
    public JsonValue? Old { get; init; }

    /// <summary>The value after; null where there is none.</summary>
    public JsonValue? New { get; init; }

    /// <summary>Whether a name differs only because the service writes a default name out, or leaves it out.</summary>
    internal bool IsDefaultName { get; init; }

    /// <summary>The display name of an item in the lists before and after; null where nobody asked the documents.</summary>
    internal System.Func<JsonObject, string>? NameOf { get; init; }

    /// <summary>The whole thing before, where one of its properties differs.</summary>
    internal JsonObject? Was { get; init; }

    /// <summary>The whole thing after, where one of its properties differs.</summary>
    internal JsonObject? Is { get; init; }
}
