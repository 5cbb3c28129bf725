using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>A column as GET columns gives it; the type is error when its formula does not resolve or turns in a circle.</summary>
internal sealed record ResolvedColumn(string Id, string Name, string Formula, string Type, string? Missing);

/// <summary>Resolves the formulas of one element (spec.md section 11): source, siblings, relationships, metrics, controls.</summary>
internal sealed class ColumnResolver
{
    private const string Error = "error";
    private readonly SpecScope _scope;
    private readonly JsonObject _table;
    private readonly JsonObject[] _columns;
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
        _byName = Enumerable.Range(0, _columns.Length).ToLookup(at => SpecParts.ColumnName(_columns[at]), StringComparer.Ordinal);
        _metrics = [.. table.Items("metrics").Select(SpecParts.ColumnName)];
        _prefixes = new(() => [.. scope.Sources.Prefixes(table["source"] as JsonObject)]);
    }

    public IReadOnlyList<ResolvedColumn> Resolve() => [.. _columns.Select((column, at) => new ResolvedColumn(
        column.Text("id") ?? "", SpecParts.ColumnName(column), column.Text("formula") ?? "", TypeOf(at), _missing.GetValueOrDefault(at)))];

    /// <summary>A metric is broken where any reference of its formula is.</summary>
    public string TypeOfMetric(string formula) =>
        FormulaReference.All(formula).Any(r => (Resolve(r.Parts, -1, formula) ?? Error) == Error) ? Error : "number";

    private string TypeOf(int at)
    {
        if (_types.TryGetValue(at, out string? known))
        {
            // Null: we came here from this very column, so it refers to itself.
            return known ?? Error;
        }

        _types[at] = null;
        string formula = _columns[at].Text("formula") ?? "";
        List<string> types = [];
        foreach (FormulaReference reference in FormulaReference.All(formula))
        {
            string type = _scope.Bindings?.IsLost(_table, _columns[at], reference.Parts) == true ? Error : Resolve(reference.Parts, at, formula) ?? Error;
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

    private string? Resolve(IReadOnlyList<string> parts, int from, string formula) => parts.Count switch
    {
        1 => Sibling(parts[0], from),
        2 => FromSource(parts) ?? (formula.Contains("Lookup(", StringComparison.Ordinal) && _scope.ByName(parts[0]) is JsonObject other ? _scope.NamesOf(other).TypeOf(parts[1]) : null),
        3 => Related(parts),
        _ => null,
    };

    private string? Sibling(string name, int from)
    {
        foreach (int at in _byName[name].Where(at => at != from))
        {
            return TypeOf(at);
        }

        return _metrics.Contains(name) ? "number" : _scope.Controls.Contains(name) ? "text" : null;
    }

    private string? FromSource(IReadOnlyList<string> parts) =>
        _prefixes.Value.Where(p => p.Prefix == parts[0] || ReferenceEquals(p.Names, NameSet.Any)).Select(p => p.Names.TypeOf(parts[1])).FirstOrDefault(t => t is not null);

    // [Source Element/Relationship Name/Column]; what stands for a relationship without a name is not documented, the target's name is taken.
    private string? Related(IReadOnlyList<string> parts) =>
        parts[0] != _scope.NameOf(_table) && !_prefixes.Value.Any(p => p.Prefix == parts[0]) ? null
        : _table.Items("relationships").Select(r => (Name: r.Text("name"), Target: _scope.Table(r.Text("targetElementId"))))
            .Where(r => r.Target is not null && (r.Name ?? _scope.NameOf(r.Target)) == parts[1])
            .Select(r => _scope.NamesOf(r.Target).TypeOf(parts[2])).FirstOrDefault();
}
