using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The prefixes and columns that each kind of source offers to formulas (spec.md section 4).</summary>
internal sealed class SourceNames(SpecScope scope)
{
    /// <summary>The prefix of a source's columns.</summary>
    public string Prefix(JsonObject? source) =>
        source?.Text("kind") switch
        {
            "warehouse-table" or "metric-view" or "semantic-view" => source.Texts("path").LastOrDefault() ?? "",
            "sql" => "Custom SQL",
            "table" => scope.Table(source.Text("elementId")) is JsonObject table ? scope.NameOf(table) : "",
            "data-model" => Remote(source) is (SpecScope other, JsonObject table) ? other.NameOf(table) : "",
            "join" => source.Text("name")
                ?? Prefix(source["primarySource"] as JsonObject ?? source.Items("joins").FirstOrDefault()?["left"] as JsonObject),
            "union" => $"Union of {source.Items("sources").Count()} Sources",
            "transpose" => "Transpose of " + Prefix(source["source"] as JsonObject),
            _ => "",
        };

    /// <summary>Every prefix an element's formulas may use, with its columns.</summary>
    public IEnumerable<(string Prefix, NameSet Names)> Prefixes(JsonObject? source)
    {
        switch (source?.Text("kind"))
        {
            case "join":
                return Legs(source);
            case "union" when source.Text("name") is string named:
                return [(named, Names(source)), (Prefix(source), Names(source))];
            case "warehouse-table" or "sql" or "table" or "data-model" or "union" or "transpose" or "metric-view" or "semantic-view":
                return [(Prefix(source), Names(source))];
            default:
                // The kind of source is not in the sheets, so every formula is accepted.
                return [("", NameSet.Any)];
        }
    }

    /// <summary>The columns of a single source.</summary>
    public NameSet Names(JsonObject? source) => source?.Text("kind") switch
    {
        "warehouse-table" => Warehouse(source),
        "sql" => Sql(source.Text("statement") ?? ""),
        "table" => scope.NamesOf(scope.Table(source.Text("elementId"))),
        "data-model" => Remote(source) is (SpecScope other, JsonObject table) ? other.NamesOf(table) : NameSet.None,
        "union" => new NameSet(source.Items("matches").Select(m => KeyValuePair.Create(m.Text("outputColumnName") ?? "", "text"))),
        "transpose" => Transposed(source),
        _ => NameSet.Any,
    };

    /// <summary>The source or the sides of a join, each with the prefix under which its columns are known; a side's own name precedes its
    /// table's.</summary>
    public IEnumerable<(string Prefix, JsonObject Source)> Sides(JsonObject? source)
    {
        if (source is null || source.Text("kind") != "join")
        {
            return source is null ? [] : [(Prefix(source), source)];
        }

        JsonObject? primary = source["primarySource"] as JsonObject ?? source.Items("joins").FirstOrDefault()?["left"] as JsonObject;
        IEnumerable<(string?, JsonObject?)> named = source
            .Items("joins")
            .Select(leg => (leg.Text("name"), leg["right"] as JsonObject))
            .Prepend((source.Text("name"), primary));
        return named.Where(side => side.Item1 is not null && side.Item2 is not null).Select(side => (side.Item1!, side.Item2!))
            .Concat(SpecParts.Sources(source).Skip(1).Select(side => (Prefix(side), side)));
    }

    // A leg's columns have the prefix of its table's name, and of the leg's or join's name if one is set.
    private IEnumerable<(string Prefix, NameSet Names)> Legs(JsonObject join)
    {
        IEnumerable<JsonObject> legs = join.Items("joins");
        List<(string Prefix, NameSet Names)> found = [];
        foreach (JsonObject side in SpecParts.Sources(join).Skip(1))
        {
            found.Add((Prefix(side), Names(side)));
        }

        found.AddRange(legs.Where(l => l.Text("name") is not null).Select(l => (l.Text("name")!, Names(l["right"] as JsonObject))));
        if (join.Text("name") is string name)
        {
            found.Add((name, Names(join["primarySource"] as JsonObject ?? legs.FirstOrDefault()?["left"] as JsonObject)));
        }

        return found;
    }

    private (SpecScope Scope, JsonObject Table)? Remote(JsonObject source) =>
        scope.Of(source.Text("dataModelId")) is SpecScope other && other.Table(source.Text("elementId")) is JsonObject table
            ? (other, table)
            : null;

    private NameSet Warehouse(JsonObject source)
    {
        SandboxConnection? connection = scope.Organization.FindConnection(source.Text("connectionId") ?? "");
        SandboxTable? table = connection is null ? null : scope.Organization.FindTable(connection.Id, [.. source.Texts("path")]);
        return table is null ? NameSet.None : new NameSet(table.Columns.Where(c => c.Visibility != "removed")
            .Select(c => KeyValuePair.Create(connection!.FriendlyNames ? FriendlyName.Of(c.Name) : c.Name, c.Type)));
    }

    // Only the warehouse knows the columns of a statement. Any word of it may be a column; with a star, any name may be.
    private static NameSet Sql(string statement)
    {
        HashSet<string> words =
        [
            .. statement.Split([' ', '\t', '\r', '\n', ',', '.', '(', ')', ';', '"'], StringSplitOptions.RemoveEmptyEntries),
        ];
        return new NameSet([], name => words.Contains(name) || statement.Contains('*', StringComparison.Ordinal));
    }

    private NameSet Transposed(JsonObject source)
    {
        IEnumerable<string> made = source.Text("direction") == "column-to-row"
            ? new[] { source.Text("columnLabelForMergedColumns"), source.Text("columnLabelForValues") }.OfType<string>()
            : source.Texts("outputColumns");
        return new NameSet(made.Select(n => KeyValuePair.Create(n, "text")).Concat(Names(source["source"] as JsonObject).Known));
    }
}
