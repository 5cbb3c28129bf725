using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>Puts the values of an environment's variables where the files have ${name}, in every text of the content.</summary>
/// <remarks>Names that no environment declares are left as they are.</remarks>
internal sealed class VariableSubstitution
{
    private static readonly Regex Use = new(@"\$\{([A-Za-z_][A-Za-z0-9_.-]*)\}", RegexOptions.CultureInvariant);

    private readonly ReleaseEnvironment _environment;
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly List<HiddenText> _hidden = new();

    private VariableSubstitution(ReleaseEnvironment environment) => _environment = environment;

    /// <summary>The variables that other environments declare and this one does not.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>The texts that contain values of environment variables.</summary>
    public IReadOnlyList<HiddenText> Hidden => _hidden;

    /// <summary>Replaces in place.</summary>
    public static VariableSubstitution Apply(SpecDocument document, ReleaseEnvironment environment)
    {
        var substitution = new VariableSubstitution(environment);
        if (environment.KnownVariables.Count > 0)
        {
            foreach (var member in document.Root.Where(member => member.Name is "description" or "pages").ToList())
            {
                document.Root.Set(member.Name, substitution.Replaced(member.Value));
            }
        }

        return substitution;
    }

    /// <summary>Whether a text contains one of some variables.</summary>
    public static bool Uses(string text, ISet<string> names) =>
        text.Contains("${") && Use.Matches(text).Cast<Match>().Any(use => names.Contains(use.Groups[1].Value));

    private JsonValue Replaced(JsonValue value)
    {
        switch (value)
        {
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    items[i] = Replaced(items[i]);
                }

                return items;
            case JsonObject o:
                foreach (var member in o.ToList())
                {
                    var now = Replaced(member.Value);
                    if (!ReferenceEquals(now, member.Value))
                    {
                        o.Set(member.Name, now);
                    }
                }

                return o;
            case JsonString text when text.Value.Contains("${"):
                return new JsonString(Replaced(text.Value), text.Offset);
            default:
                return value;
        }
    }

    private string Replaced(string template)
    {
        var text = Use.Replace(template, use => Value(use, value => value.Text));
        var shown = Use.Replace(template, use => Value(use, value => value.Shown));
        if (text != shown)
        {
            _hidden.Add(new HiddenText(text, shown));
        }

        return text;
    }

    private string Value(Match use, Func<VariableValue, string> read)
    {
        var name = use.Groups[1].Value;
        if (_environment.Variables.TryGetValue(name, out var value))
        {
            return read(value);
        }

        if (_environment.KnownVariables.Contains(name))
        {
            _missing.Add(name);
        }

        return use.Value;
    }
}
