using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A column or metric with the name that Sigma shows for it, known because the generator chose it.</summary>
internal sealed record NamedItem(string ElementId, string Id, string Shown, bool IsDeclared);

/// <summary>A reference in a formula and the item it means; null for a column that is not in the document.</summary>
internal sealed record NamedUse(string ElementId, string Id, string Written, NamedItem? Target);

/// <summary>
/// A model made from a seed whose display names and references are a table by construction. It shares no code with the product.
/// </summary>
internal sealed class NamedModel
{
    // Raw warehouse names and their friendly forms, written by hand.
    private static readonly (string Raw, string Friendly)[] Warehouse =
    [
        ("ORDER_ID", "Order Id"), ("AMOUNT", "Amount"), ("NUMBER_OF_EMPLOYEES", "Number of Employees"), ("UPDATED_AT", "Updated At"),
        ("CUSTOMER_KEY", "Customer Key"), ("REGION", "Region"), ("SKU", "Sku"), ("DAY_OF_WEEK_NUM", "Day of Week Num"),
    ];

    private static readonly string[] Verbatim = ["NET_REVENUE", "LoadTime", "Calc with Holiday", "sku", "Größe", "Item Key"];

    private readonly Random _random;
    private readonly bool _isOldLayout;
    private readonly List<Table> _tables = [];
    private readonly JsonArray _elements = [];
    private int _next;

    public NamedModel(int seed, bool isOldLayout = false, bool hasOtherModels = true)
    {
        _random = new Random(seed);
        _isOldLayout = isOldLayout;
        Root = new JsonObject
        {
            ["name"] = "Named",
            ["schemaVersion"] = 1,
            ["pages"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "p1",
                    ["name"] = "Page 1",
                    ["elements"] = _elements,
                }
            ),
        };
        int count = 3 + _random.Next(8);
        FromWarehouse();
        for (int i = 0; i < count; i++)
        {
            Action[] kinds =
            [
                FromWarehouse,
                FromSql,
                hasOtherModels ? FromOtherModel : FromElement,
                FromElement,
                FromElement,
                FromJoin,
                FromJoin,
                FromUnion,
            ];
            kinds[_random.Next(kinds.Length)]();
        }
    }

    public JsonObject Root { get; }

    public string Text => Root.ToJsonString();

    /// <summary>The display name of every column.</summary>
    public List<NamedItem> Names { get; } = [];

    /// <summary>Every reference in the formulas of columns.</summary>
    public List<NamedUse> Uses { get; } = [];

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private void FromWarehouse()
    {
        string name = $"TABLE_{_next}";
        Table table = New(Chance(2) ? $"Table {_next}" : name, Plain(name));
        foreach ((string raw, string friendly) in Some(Warehouse))
        {
            // A client may write the warehouse's spelling; Sigma shows the friendly form.
            PassThrough(table, name, Chance(4) ? raw : friendly, friendly, null);
        }

        Finish(table, isDeclared: table.Shown != name);
    }

    private void FromSql()
    {
        Table table = New($"Sql {_next}", new JsonObject { ["connectionId"] = "conn", ["kind"] = "sql", ["statement"] = "select 1" });
        Some(Verbatim).ForEach(name => PassThrough(table, "Custom SQL", name, name, null));
        Finish(table, isDeclared: true);
    }

    private void FromOtherModel()
    {
        string remote = $"Remote {_next}";

        // An element can keep the name of its source; it then reads [Remote/X] from the source, not from itself.
        Table table = New(
            Chance(2) ? remote : $"Copy {_next}",
            new JsonObject
            {
                ["kind"] = "data-model",
                ["dataModelId"] = "11111111-2222-4333-8444-555555555555",
                ["elementId"] = "xx",
            }
        );
        Some(Verbatim).ForEach(name => PassThrough(table, remote, name, name, null));
        Finish(table, isDeclared: table.Shown != remote || Chance(2));
    }

    private void FromElement()
    {
        Table source = Pick(_tables);
        Table table = New(Chance(3) ? source.Shown : $"Child {_next}", From(source));
        bool keeps = table.Shown == source.Shown;
        foreach (NamedItem item in Some(source.Items))
        {
            PassThrough(table, source.Shown, item.Shown, item.Shown, item);
        }

        Finish(table, isDeclared: !keeps);
    }

    private void FromJoin()
    {
        List<(string Prefix, JsonObject Source, List<(string Written, string Shown, NamedItem? Target)> Columns)> sides = [];
        int count = 2 + _random.Next(2);
        while (sides.Count < count)
        {
            Table source = Pick(_tables);
            string warehouse = $"leg_{_next++}";
            var side = Chance(2) && sides.All(other => other.Prefix != source.Shown)
                ? (source.Shown, From(source), source.Items.Select(item => (item.Shown, item.Shown, (NamedItem?)item)).ToList())
                : (warehouse, Plain(warehouse), Warehouse.Select(pair => (pair.Friendly, pair.Friendly, (NamedItem?)null)).ToList());
            sides.Add(side);
        }

        JsonArray legs = [];
        for (int i = 1; i < sides.Count; i++)
        {
            JsonObject leg = new()
            {
                ["left"] = sides[0].Source.DeepClone(),
                ["right"] = sides[i].Source.DeepClone(),
                ["columns"] = new JsonArray(),
                ["joinType"] = "left-outer",
            };
            if (Chance(3))
            {
                sides[i] = sides[i] with { Prefix = $"Leg {_next++}" };
                leg["name"] = sides[i].Prefix;
            }

            legs.Add(leg);
        }

        JsonObject join = new() { ["kind"] = "join", ["joins"] = legs };
        if (!_isOldLayout)
        {
            join["primarySource"] = sides[0].Source.DeepClone();
        }

        Table table = New($"Join {_next}", join);
        foreach (
            (string prefix, (string written, string shown, NamedItem? target)) in Some([
                .. sides.SelectMany(side => side.Columns.Select(column => (side.Prefix, column))),
            ]))
        {
            PassThrough(table, prefix, written, shown, target);
            if (Chance(6))
            {
                PassThrough(table, prefix, written, shown, target);
            }
        }

        Finish(table, isDeclared: true);
    }

    private void FromUnion()
    {
        List<Table> parts = [Pick(_tables), Pick(_tables)];
        JsonArray matches = [];
        string prefix = "Union of 2 Sources";
        Table table = New(
            Chance(2) ? prefix : $"Union {_next}",
            new JsonObject
            {
                ["kind"] = "union",
                ["sources"] = new JsonArray([.. parts.Select(From)]),
                ["matches"] = matches,
            }
        );
        foreach (string output in Some(Verbatim))
        {
            matches.Add(
                new JsonObject
                {
                    ["outputColumnName"] = output,
                    ["sourceColumns"] = new JsonArray([.. parts.Select(part => (JsonNode)$"[{Escape(Pick(part.Items).Shown)}]")]),
                }
            );
            PassThrough(table, prefix, output, output, null);
        }

        Finish(table, isDeclared: table.Shown != prefix);
    }

    private Table New(string shown, JsonObject source)
    {
        // Two elements of one name cannot be told apart by a formula, so a name that is taken is not used again.
        Table table = new(
            $"e{_next++}",
            _tables.Any(other => other.Shown == shown) && source["kind"]!.GetValue<string>() is not ("table" or "union")
                ? $"{shown} {_next}"
                : shown,
            source);
        return table;
    }

    // A column that passes another one through: shown under its default name, under its leg's where that is taken, or under its own.
    private void PassThrough(Table table, string prefix, string written, string shown, NamedItem? target)
    {
        string formula = $"[{Escape(prefix)}/{Escape(written)}]";
        bool isJoin = table.Source["kind"]!.GetValue<string>() == "join";
        Default(table, formula, table.IsTaken(shown) && isJoin ? $"{shown} ({prefix})" : shown, (formula, target));
    }

    private void Default(Table table, string formula, string candidate, params (string Written, NamedItem? Target)[] uses)
    {
        string shown = candidate;
        for (int i = 1; table.IsTaken(shown); i++)
        {
            shown = $"{candidate} ({i})";
        }

        bool isRenamed = Chance(8);
        Add(table, formula, isRenamed ? $"Own {_next}" : shown, isRenamed, uses);
    }

    private NamedItem Add(Table table, string formula, string shown, bool isDeclared, params (string Written, NamedItem? Target)[] uses)
    {
        NamedItem item = new(table.Id, $"c{_next++}", shown, isDeclared || _isOldLayout);
        JsonObject column = new() { ["id"] = item.Id, ["formula"] = formula };
        if (item.IsDeclared)
        {
            column["name"] = shown;
        }

        table.Columns.Add(column);
        table.Items.Add(item);
        Names.Add(item);
        Uses.AddRange(uses.Select(use => new NamedUse(table.Id, item.Id, use.Written, use.Target)));
        return item;
    }

    // Calculations, lookups and columns through relationships, after everything that they refer to.
    private void Finish(Table table, bool isDeclared)
    {
        for (int i = _random.Next(3); i > 0; i--)
        {
            NamedItem sibling = Pick(table.Items);
            Add(
                table,
                $"If(IsNull([{Escape(sibling.Shown)}]), \"[Amount]\", [{Escape(sibling.Shown)}])",
                $"Calc {_next}",
                true,
                ($"[{Escape(sibling.Shown)}]", sibling),
                ($"[{Escape(sibling.Shown)}]", sibling));
        }

        JsonArray relationships = [];
        List<Table> others =
        [
            .. _tables.Where(other =>
                other.Shown != table.Shown
                && _tables.Count(twin => twin.Shown == other.Shown) == 1
                && table.Source.ToJsonString().IndexOf($"\"{other.Id}\"", StringComparison.Ordinal) < 0),
        ];
        if (others.Count > 0 && Chance(2))
        {
            Table other = Pick(others);
            NamedItem found = Pick(other.Items);
            NamedItem key = Pick(table.Items);
            (string far, string near) = ($"[{Escape(other.Shown)}/{Escape(found.Shown)}]", $"[{Escape(key.Shown)}]");
            Default(table, $"Lookup({far}, {near}, {far})", $"{found.Shown} ({other.Shown})", (far, found), (near, key), (far, found));
        }

        if (others.Count > 0 && Chance(2))
        {
            Table other = Pick(others);
            NamedItem found = Pick(other.Items);
            relationships.Add(
                new JsonObject
                {
                    ["id"] = $"r{_next}",
                    ["targetElementId"] = other.Id,
                    ["name"] = "REL",
                    ["keys"] = new JsonArray(),
                }
            );
            string way = $"[{Escape(table.Shown)}/REL/{Escape(found.Shown)}]";
            Default(table, way, $"{found.Shown} (REL)", (way, found));
        }

        JsonObject element = new() { ["id"] = table.Id, ["kind"] = "table", ["source"] = table.Source, ["columns"] = table.Columns };
        if (isDeclared || _isOldLayout)
        {
            element["name"] = table.Shown;
        }

        if (relationships.Count > 0)
        {
            element["relationships"] = relationships;
        }

        if (!_isOldLayout)
        {
            element["order"] = new JsonArray([.. table.Items.Select(item => (JsonNode)item.Id)]);
        }

        _elements.Add(element);
        _tables.Add(table);
    }

    private static JsonObject Plain(string name) =>
        new()
        {
            ["connectionId"] = "conn",
            ["kind"] = "warehouse-table",
            ["path"] = new JsonArray("DB", "S", name),
        };

    private static JsonObject From(Table source) => new() { ["elementId"] = source.Id, ["kind"] = "table" };

    private List<T> Some<T>(IReadOnlyList<T> from)
    {
        List<T> some = [.. from.Where(_ => !Chance(4))];
        return some.Count > 0 ? some : [from[0]];
    }

    private static string Escape(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("/", "\\/", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);

    private sealed record Table(string Id, string Shown, JsonObject Source)
    {
        public JsonArray Columns { get; } = [];

        public List<NamedItem> Items { get; } = [];

        public bool IsTaken(string name) => Items.Any(item => item.Shown == name);
    }
}
