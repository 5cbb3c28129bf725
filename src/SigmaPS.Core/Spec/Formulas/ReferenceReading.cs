using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One way to read a reference: its steps, some joined again because a slash without an escape can be part of a name.</summary>
/// <param name="Steps">Prefix, relationships and name, or a name alone.</param>
/// <param name="PrefixSteps">How many written steps the prefix has.</param>
/// <param name="NameStep">The written step with which the name begins.</param>
internal sealed record ReferenceReading(IReadOnlyList<string> Steps, int PrefixSteps, int NameStep)
{
    // A name with more slashes than this is not tried in every split.
    private const int MostSteps = 8;

    /// <summary>
    /// The readings of a reference: a column of the source first, then a path through relationships, then one name (spec sheet, section 11,
    /// rule 10).
    /// </summary>
    public static IEnumerable<ReferenceReading> All(IReadOnlyList<string> steps)
    {
        if (steps.Count == 1)
        {
            yield return new ReferenceReading(steps, 0, 0);
            yield break;
        }

        for (var at = 1; at < steps.Count; at++)
        {
            yield return new ReferenceReading(new[] { Join(steps, 0, at), Join(steps, at, steps.Count) }, at, at);
        }

        if (steps.Count > 2)
        {
            yield return new ReferenceReading(steps, 1, steps.Count - 1);
            for (var prefix = 1; prefix < steps.Count - 1 && steps.Count <= MostSteps; prefix++)
            {
                for (var name = prefix + 1; name < steps.Count; name++)
                {
                    yield return new ReferenceReading(
                        new[] { Join(steps, 0, prefix), Join(steps, prefix, name), Join(steps, name, steps.Count) },
                        prefix,
                        name);
                }
            }
        }

        yield return new ReferenceReading(new[] { Join(steps, 0, steps.Count) }, 0, 0);
    }

    private static string Join(IReadOnlyList<string> steps, int from, int to) =>
        to - from == 1 ? steps[from] : string.Join("/", steps.Skip(from).Take(to - from));
}
