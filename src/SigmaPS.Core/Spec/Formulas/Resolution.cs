using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What a reference in a formula names.</summary>
internal enum ReferenceKind
{
    /// <summary>Nothing: everything that could be meant is in the document, and it is not there.</summary>
    Unresolved,

    /// <summary>Something that the document does not hold: a column of a warehouse table, of an SQL statement, of another model.</summary>
    OutOfSight,

    /// <summary>A column of an element.</summary>
    Column,

    /// <summary>A metric of an element.</summary>
    Metric,

    /// <summary>A control's value.</summary>
    Control,

    /// <summary>An output column of a union; the target is its match.</summary>
    UnionOutput,
}

/// <summary>The way by which a reference gets to what it names.</summary>
internal enum ReferenceRoute
{
    /// <summary>The element's own things and the model's controls: [Name].</summary>
    Own,

    /// <summary>The element's source: [Source/Column].</summary>
    Source,

    /// <summary>A relationship: [Source/Relationship/Column].</summary>
    Relationship,

    /// <summary>Another element that is neither; right only inside Lookup() and its kind.</summary>
    Elsewhere,
}

/// <summary>What one reference resolves to.</summary>
internal sealed class Resolution
{
    public Resolution(ReferenceKind kind, ReferenceRoute route)
    {
        Kind = kind;
        Route = route;
    }

    /// <summary>What is named.</summary>
    public ReferenceKind Kind { get; }

    /// <summary>How it is reached.</summary>
    public ReferenceRoute Route { get; }

    /// <summary>The column, metric, control or match itself, for comparing by identity; null for what is out of sight or not there.</summary>
    public JsonObject? Target { get; private set; }

    /// <summary>The element that holds the target; null for a control.</summary>
    public ElementScope? Owner { get; private set; }

    /// <summary>The source object whose prefix the reference begins with; null where it begins otherwise.</summary>
    public JsonObject? Source { get; private set; }

    /// <summary>The step that names nothing; null for whatever resolves.</summary>
    public string? Missing { get; private set; }

    /// <summary>Whether the document holds what is named.</summary>
    public bool IsFound => Target is not null;

    public static Resolution Of(ReferenceKind kind, ReferenceRoute route, JsonObject target, ElementScope? owner, JsonObject? source = null) =>
        new(kind, route) { Target = target, Owner = owner, Source = source };

    public static Resolution OutOfSight(ReferenceRoute route, JsonObject? source = null) => new(ReferenceKind.OutOfSight, route) { Source = source };

    public static Resolution Unresolved(ReferenceRoute route, string missing, JsonObject? source = null) => new(ReferenceKind.Unresolved, route) { Missing = missing, Source = source };
}
