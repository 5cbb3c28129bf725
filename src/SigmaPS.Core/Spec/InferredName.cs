using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec;

/// <summary>
/// The name that a column's own formula gives, before the other columns of its element are considered (spec sheet, section 5.1).
/// </summary>
/// <param name="Base">The name without a suffix.</param>
/// <param name="Qualifier">The text of the suffix in parentheses; null if there is none.</param>
/// <param name="IsAlwaysQualified">Whether the suffix applies even without a collision.</param>
internal sealed record InferredName(string Base, string? Qualifier, bool IsAlwaysQualified)
{
    // A name with more slashes than this is not tried in every split.
    private const int MostSteps = 8;

    /// <summary>The warehouse's spelling of the base, which a connection without friendly names shows; null if it does not apply.</summary>
    public string? Raw { get; init; }

    /// <summary>The name if there is no collision.</summary>
    public string Text => IsAlwaysQualified ? Qualified(Base) : Base;

    /// <summary>Adds the suffix to a base.</summary>
    public string Qualified(string name) => $"{name} ({Qualifier})";

    /// <summary>Applies rules 1, 2, 4 and 5 to one formula; null if none applies.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="sources">The element's sources with their prefixes.</param>
    /// <param name="isPath">Whether relationships of these names lead on from the element, or from the one of a prefix.</param>
    public static InferredName? From(string formula, IReadOnlyList<NamedSource> sources, Func<string, IReadOnlyList<string>, bool> isPath)
    {
        if (FormulaReferences.Only(formula) is { } reference)
        {
            return FromReference(reference.Steps, sources, isPath);
        }

        return LookupCall.Target(formula) is { Steps.Count: > 1 } target
            ? new InferredName(Joined(target.Steps, 1), target.Steps[0], IsAlwaysQualified: true)
            : null;
    }

    private static InferredName FromReference(
        IReadOnlyList<string> steps,
        IReadOnlyList<NamedSource> sources,
        Func<string, IReadOnlyList<string>, bool> isPath)
    {
        if (steps.Count == 1)
        {
            return new InferredName(steps[0], null, IsAlwaysQualified: false);
        }

        if (steps.Count > 2 && Related(steps, isPath) is { } related)
        {
            return related;
        }

        // An unescaped slash can belong to the name, or to a known prefix.
        var split = Split(steps, sources);
        var (prefix, name) = (Joined(steps, 0, split), Joined(steps, split));
        var isWarehouse = Source(sources, prefix)?.IsWarehouseTable == true;
        var shown = isWarehouse ? FriendlyName.Shown(name) : name;
        return new InferredName(shown, prefix, IsAlwaysQualified: false) { Raw = shown == name ? null : name };
    }

    // [Element/Relationship/Column], or through several relationships. A slash that is not escaped can belong to any of the three names.
    private static InferredName? Related(IReadOnlyList<string> steps, Func<string, IReadOnlyList<string>, bool> isPath)
    {
        var last = steps.Count - 1;
        if (isPath(steps[0], steps.Skip(1).Take(last - 1).ToList()))
        {
            return new InferredName(steps[last], steps[last - 1], IsAlwaysQualified: true);
        }

        for (var prefix = 1; prefix < last && steps.Count <= MostSteps; prefix++)
        {
            for (var name = prefix + 1; name < steps.Count; name++)
            {
                var relationship = Joined(steps, prefix, name);
                if (isPath(Joined(steps, 0, prefix), new[] { relationship }))
                {
                    return new InferredName(Joined(steps, name), relationship, IsAlwaysQualified: true);
                }
            }
        }

        return null;
    }

    private static int Split(IReadOnlyList<string> steps, IReadOnlyList<NamedSource> sources)
    {
        for (var count = 1; count < steps.Count - 1; count++)
        {
            if (Source(sources, Joined(steps, 0, count)) is not null)
            {
                return count;
            }
        }

        return Source(sources, Joined(steps, 0, steps.Count - 1)) is null ? 1 : steps.Count - 1;
    }

    private static NamedSource? Source(IReadOnlyList<NamedSource> sources, string prefix) =>
        sources.FirstOrDefault(source => source.Prefix == prefix)
        ?? sources.FirstOrDefault(source => string.Equals(source.Prefix, prefix, StringComparison.OrdinalIgnoreCase));

    private static string Joined(IReadOnlyList<string> steps, int from, int to = int.MaxValue) =>
        to - from == 1 ? steps[from] : string.Join("/", steps.Skip(from).Take(to - from));
}
