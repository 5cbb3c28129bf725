using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The display names of the columns of a table, in their order (spec.md section 5.1).</summary>
internal sealed class ShownNames(SpecScope scope)
{
    private readonly Dictionary<JsonObject, string[]> _tables = [];

    /// <summary>The names of all columns.</summary>
    public IReadOnlyList<string> Of(JsonObject table)
    {
        if (!_tables.TryGetValue(table, out string[]? names))
        {
            _tables[table] = names = [.. Each(table).Select(column => column.Declared ?? column.Default)];
        }

        return names;
    }

    /// <summary>Every column with its own name, if any, and its default display name.</summary>
    public IEnumerable<(JsonObject Column, string? Declared, string Default)> Each(JsonObject table)
    {
        HashSet<string> before = [];
        foreach (JsonObject column in table.Items("columns"))
        {
            string? declared = column.Text("name");
            string made = Numbered(Made(column.Text("formula") ?? "", table, before), before);
            before.Add(declared ?? made);
            yield return (column, declared, made);
        }
    }

    // Rules 1 to 6. The default name of other formulas is not published; their text is used.
    private string Made(string formula, JsonObject table, HashSet<string> before)
    {
        FormulaReference? only = FormulaReference.Only(formula);
        if (only is null)
        {
            return Lookup(formula) is [string element, string column] ? $"{column} ({element})" : formula;
        }

        IReadOnlyList<string> parts = only.Parts;
        if (parts.Count == 1)
        {
            return parts[0];
        }

        JsonObject? source = table["source"] as JsonObject;
        if (parts.Count > 2 && scope.HasRelationship(table, parts))
        {
            return $"{parts[^1]} ({parts[^2]})";
        }

        string name = Name(source, parts[0], string.Join('/', parts.Skip(1)));
        return source.Text("kind") == "join" && before.Contains(name) ? $"{name} ({parts[0]})" : name;
    }

    // Rule 7.
    private static string Numbered(string name, HashSet<string> before) =>
        !before.Contains(name)
            ? name
            : Enumerable.Range(1, before.Count + 1).Select(n => $"{name} ({n})").First(numbered => !before.Contains(numbered));

    // A warehouse table's column is shown in its friendly form if the connection has friendly names; all others are shown unchanged.
    private string Name(JsonObject? source, string prefix, string written)
    {
        JsonObject? side = scope.Sources.Sides(source).FirstOrDefault(s => s.Prefix == prefix).Source;
        bool isFriendly = side.Text("kind") == "warehouse-table"
            && scope.Organization.FindConnection(side.Text("connectionId") ?? "")?.FriendlyNames != false
            && (written.Contains('_', StringComparison.Ordinal) || !written.Any(char.IsLower));
        return isFriendly ? FriendlyName.Of(written) : written;
    }

    private static IReadOnlyList<string>? Lookup(string formula)
    {
        string text = formula.Trim();
        FormulaReference? first = FormulaReference.All(text).FirstOrDefault();
        return
            first is { Parts.Count: 2 }
            && text.EndsWith(')')
            && text[..first.Start].Replace(" ", "", StringComparison.Ordinal) == "Lookup("
            && IsOneCall(text)
            ? first.Parts
            : null;
    }

    // Find the matching closing parenthesis of the first opening one.
    private static bool IsOneCall(string text)
    {
        string bare = FormulaReference
            .All(text)
            .Reverse()
            .Aggregate(text, (rest, reference) => rest.Remove(reference.Start, reference.Length));
        int depth = 0;
        return bare.Select(
                    (c, at) =>
                        (
                            depth +=
                                c == '(' ? 1
                                : c == ')' ? -1
                                : 0,
                            at))
                .SkipWhile(state => state.Item1 == 0)
                .First(state => state.Item1 == 0)
                .at
            == bare.Length - 1;
    }
}
