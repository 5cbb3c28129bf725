using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>A column as GET columns returns it. The type is error if its formula does not resolve or is part of a cycle.</summary>
internal sealed record ResolvedColumn(string Id, string Name, string Formula, string Type, string? Missing);

/// <summary>Resolves the formulas of one element (spec.md section 11): source, siblings, relationships, metrics, controls.</summary>
internal sealed class ColumnResolver
{
    private const string Error = "error";
    private readonly SpecScope _scope;
    private readonly JsonObject _table;
    private readonly JsonObject[] _columns;
    private readonly IReadOnlyList<string> _shown;
    private readonly ILookup<string, int> _byName;
    private readonly HashSet<string> _metrics;
    private readonly Dictionary<int, string?> _types = [];
    private readonly Dictionary<int, string> _missing = [];
    private readonly Lazy<(string Prefix, NameSet Names)[]> _prefixes;

    public ColumnResolver(SpecScope scope, JsonObject table)
    {
        _scope = scope;
        _table = table;
        _columns = [.. table.Items("columns")];
        _shown = scope.Shown.Of(table);
        _byName = Enumerable.Range(0, _columns.Length).ToLookup(at => _shown[at], StringComparer.Ordinal);
        _metrics = [.. table.Items("metrics").Select(SpecParts.MetricName)];
        _prefixes = new(() => [.. scope.Sources.Prefixes(table["source"] as JsonObject)]);
    }

    public IReadOnlyList<ResolvedColumn> Resolve() => [.. _columns.Select((column, at) => new ResolvedColumn(
        column.Text("id") ?? "", _shown[at], column.Text("formula") ?? "", TypeOf(at), _missing.GetValueOrDefault(at)))];

    /// <summary>A metric is broken if any reference of its formula is.</summary>
    public string TypeOfMetric(string formula) =>
        FormulaReference.All(formula).Any(r => (Resolve(r.Parts, -1, formula) ?? Error) == Error) ? Error : "number";

    private string TypeOf(int at)
    {
        if (_types.TryGetValue(at, out string? known))
        {
            // Null marks a column that is being resolved, so it refers to itself.
            return known ?? Error;
        }

        _types[at] = null;
        string formula = _columns[at].Text("formula") ?? "";
        List<string> types = [];
        foreach (FormulaReference reference in FormulaReference.All(formula))
        {
            string type =
                _scope.Bindings?.IsLost(_table, _columns[at], reference.Parts) == true
                    ? Error
                    : Resolve(reference.Parts, at, formula) ?? Error;
            if (type == Error)
            {
                _missing.TryAdd(at, string.Join('/', reference.Parts));
            }

            types.Add(type);
        }

        string result = types.Contains(Error) || !FunctionCalls.AreGood(formula) ? Error : FormulaType.Of(formula, types);
        _types[at] = result;
        return result;
    }

    // An unescaped slash may belong to a name. The reading that resolves is used (spec.md section 11, rule 10).
    private string? Resolve(IReadOnlyList<string> parts, int from, string formula) =>
        parts.Count == 1
            ? Sibling(parts[0], from)
            : Enumerable
                .Range(1, parts.Count - 1)
                .Select(at => FromPrefix(string.Join('/', parts.Take(at)), string.Join('/', parts.Skip(at)), formula))
                .FirstOrDefault(t => t is not null)
                ?? Related(parts)
                ?? Sibling(string.Join('/', parts), from);

    private string? FromPrefix(string prefix, string name, string formula) =>
        prefix == "Metrics" && _scope.HasMetric(_table, name)
            ? "number"
            : FromSource(prefix, name)
                ?? (
                    formula.Contains("Lookup(", StringComparison.Ordinal) && _scope.ByName(prefix) is JsonObject other
                        ? _scope.NamesOf(other).TypeOf(name)
                        : null);

    private string? Sibling(string name, int from)
    {
        foreach (int at in _byName[name].Where(at => at != from))
        {
            return TypeOf(at);
        }

        return _metrics.Contains(name) ? "number" : _scope.Controls.Contains(name) ? "text" : null;
    }

    private string? FromSource(string prefix, string name) =>
        _prefixes
            .Value.Where(p => p.Prefix == prefix || ReferenceEquals(p.Names, NameSet.Any))
            .Select(p => p.Names.TypeOf(name))
            .FirstOrDefault(t => t is not null);

    // [Element/Relationship/Column].
    private string? Related(IReadOnlyList<string> parts) =>
        parts.Count < 3
            ? null
            : _scope
                .Relationships(_table, parts)
                .Select(target => _scope.NamesOf(target).TypeOf(string.Join('/', parts.Skip(2))))
                .FirstOrDefault(t => t is not null);
}
