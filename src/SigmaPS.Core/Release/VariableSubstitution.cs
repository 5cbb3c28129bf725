using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>Puts the values of an environment's variables where the files say ${name}, in every text of the content. Names that no environment declares are left as they are.</summary>
internal static class VariableSubstitution
{
    private static readonly Regex Use = new(@"\$\{([A-Za-z_][A-Za-z0-9_.-]*)\}", RegexOptions.CultureInvariant);

    /// <summary>Replaces in place.</summary>
    /// <returns>The variables that other environments declare and this one does not.</returns>
    public static IReadOnlyList<string> Apply(SpecDocument document, ReleaseEnvironment environment)
    {
        var missing = new SortedSet<string>(System.StringComparer.Ordinal);
        if (environment.KnownVariables.Count > 0)
        {
            foreach (var member in document.Root.Where(member => member.Name is "description" or "pages").ToList())
            {
                document.Root.Set(member.Name, Replaced(member.Value, environment, missing));
            }
        }

        return missing.ToList();
    }

    /// <summary>Whether a text contains one of some variables.</summary>
    public static bool Uses(string text, ISet<string> names) =>
        text.Contains("${") && Use.Matches(text).Cast<Match>().Any(use => names.Contains(use.Groups[1].Value));

    private static JsonValue Replaced(JsonValue value, ReleaseEnvironment environment, SortedSet<string> missing)
    {
        switch (value)
        {
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    items[i] = Replaced(items[i], environment, missing);
                }

                return items;
            case JsonObject o:
                foreach (var member in o.ToList())
                {
                    var now = Replaced(member.Value, environment, missing);
                    if (!ReferenceEquals(now, member.Value))
                    {
                        o.Set(member.Name, now);
                    }
                }

                return o;
            case JsonString text when text.Value.Contains("${"):
                return new JsonString(Use.Replace(text.Value, use => Value(use, environment, missing)), text.Offset);
            default:
                return value;
        }
    }

    private static string Value(Match use, ReleaseEnvironment environment, SortedSet<string> missing)
    {
        var name = use.Groups[1].Value;
        if (environment.Variables.TryGetValue(name, out var value))
        {
            return value.Text;
        }

        if (environment.KnownVariables.Contains(name))
        {
            missing.Add(name);
        }

        return use.Value;
    }
}
