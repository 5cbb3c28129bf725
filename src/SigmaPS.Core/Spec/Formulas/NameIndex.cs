using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The columns and metrics of one element by display name. If two have one name, the first counts.</summary>
internal sealed class NameIndex
{
    private readonly Index _columns = new();
    private readonly Index _metrics = new();

    public NameIndex(JsonObject element, DisplayNames names)
    {
        foreach (var column in ElementIds.Objects(element, "columns"))
        {
            Add(_columns, column, names.Find(column));
        }

        foreach (var metric in ElementIds.Objects(element, "metrics"))
        {
            Add(_metrics, metric, names.Find(metric));
        }
    }

    /// <summary>Whether a name or another spelling of one contains a slash, so that steps of a reference can be one name.</summary>
    public bool HasSlash { get; private set; }

    /// <summary>Whether every name is declared or live, so that a missing name is missing for certain.</summary>
    public bool IsCertain { get; private set; } = true;

    /// <summary>Formulas of columns without any known name; a reference can mean one of them.</summary>
    private List<string> Unnamed { get; } = new();

    /// <summary>A column.</summary>
    /// <param name="name">The name as a formula writes it.</param>
    /// <param name="isLoose">Whether the warehouse's spelling is accepted, because Sigma rewrites it (spec sheet, section 11.5).</param>
    /// <param name="ignoresCase">Whether only the case differs.</param>
    public JsonObject? Column(string name, bool isLoose, out bool ignoresCase) =>
        _columns.Find(name, isLoose, out ignoresCase);

    /// <summary>A metric.</summary>
    public JsonObject? Metric(string name, out bool ignoresCase) => _metrics.Find(name, isLoose: false, out ignoresCase);

    /// <summary>
    /// Whether a name can be the unknown name of a calculation: the editor builds it from the function and its columns, or calls it Calc
    /// (spec sheet, section 5.1, rule 6).
    /// </summary>
    public bool MayBeUnnamed(string name) => Unnamed.Any(formula => name.StartsWith("Calc", StringComparison.Ordinal)
        || name.StartsWith(Function(formula), StringComparison.OrdinalIgnoreCase));

    private void Add(Index index, JsonObject item, DisplayName name)
    {
        IsCertain &= name.IsCertain;
        if (name.IsKnown)
        {
            HasSlash |= name.Text.IndexOf('/') >= 0 || name.Aliases.Any(alias => alias.IndexOf('/') >= 0);
            index.Add(item, name);
        }
        else if (item.Text("formula") is { Length: > 0 } formula && index == _columns)
        {
            Unnamed.Add(formula);
        }
    }

    private static string Function(string formula)
    {
        var end = formula.IndexOf('(');
        return end > 0 ? formula.Substring(0, end).Trim() : formula;
    }

    private sealed class Index
    {
        private readonly Dictionary<string, JsonObject> _exact = new(StringComparer.Ordinal);
        private readonly Dictionary<string, JsonObject> _aliases = new(StringComparer.Ordinal);
        private readonly Dictionary<string, JsonObject> _folded = new(StringComparer.OrdinalIgnoreCase);

        public void Add(JsonObject item, DisplayName name)
        {
            AddFirst(_exact, name.Text, item);
            AddFirst(_folded, name.Text, item);
            foreach (var alias in name.Aliases)
            {
                AddFirst(_aliases, alias, item);
            }
        }

        public JsonObject? Find(string name, bool isLoose, out bool ignoresCase)
        {
            ignoresCase = false;
            if (
                _exact.TryGetValue(name, out var found)
                || _aliases.TryGetValue(name, out found)
                || (isLoose && _exact.Count > 0 && _exact.TryGetValue(FriendlyName.FromRaw(name), out found)))
            {
                return found;
            }

            return (ignoresCase = _folded.TryGetValue(name, out found)) ? found : null;
        }

        private static void AddFirst(Dictionary<string, JsonObject> all, string name, JsonObject item)
        {
            if (!all.ContainsKey(name))
            {
                all.Add(name, item);
            }
        }
    }
}
