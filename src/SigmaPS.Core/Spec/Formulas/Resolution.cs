using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What one reference resolves to.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Route">How it is reached.</param>
internal sealed record Resolution(ReferenceKind Kind, ReferenceRoute Route)
{
    /// <summary>
    /// The column, metric, control or match itself, compared by identity; null for anything the document does not contain.
    /// </summary>
    public JsonObject? Target { get; private init; }

    /// <summary>The element of the target; null for a control.</summary>
    public ElementScope? Owner { get; private init; }

    /// <summary>The source object whose prefix the reference begins with; null where it begins otherwise.</summary>
    public JsonObject? Source { get; private init; }

    /// <summary>The step that does not resolve; null for anything that does.</summary>
    public string? Missing { get; private init; }

    /// <summary>Whether no inferred name is involved. Otherwise a finding is at most a warning.</summary>
    public bool IsCertain { get; private init; }

    /// <summary>Whether only the case of the name differs.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>
    /// The first step of the prefix's end: how many steps the prefix has. A slash that is not escaped can be part of a name.
    /// </summary>
    public int PrefixSteps { get; private init; }

    /// <summary>The step with which the last name begins.</summary>
    public int NameStep { get; private init; }

    /// <summary>Whether the document contains the target.</summary>
    public bool IsFound => Target is not null;

    public static Resolution Found(
        ReferenceKind kind,
        ReferenceRoute route,
        JsonObject target,
        ElementScope? owner,
        bool isCertain = false) =>
        new(kind, route)
        {
            Target = target,
            Owner = owner,
            IsCertain = isCertain,
        };

    public static Resolution OutOfSight(ReferenceRoute route, JsonObject? source = null) =>
        new(ReferenceKind.OutOfSight, route) { Source = source };

    public static Resolution Unresolved(ReferenceRoute route, string missing, bool isCertain) =>
        new(ReferenceKind.Unresolved, route) { Missing = missing, IsCertain = isCertain };

    /// <summary>The same, reached through the prefix of a source.</summary>
    public Resolution From(JsonObject? source) => ReferenceEquals(Source, source) ? this : this with { Source = source };

    /// <summary>The same, with the place of the name among the steps.</summary>
    public Resolution At(int prefixSteps, int nameStep) =>
        PrefixSteps == prefixSteps && NameStep == nameStep ? this : this with { PrefixSteps = prefixSteps, NameStep = nameStep };
}
