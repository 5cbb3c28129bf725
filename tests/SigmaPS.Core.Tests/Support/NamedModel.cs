using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using static SigmaPS.Core.Tests.Support.NamedSources;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// A model made from a seed whose display names and references are a table by construction. It shares no code with the product.
/// </summary>
internal sealed class NamedModel
{
    private static readonly string[] Verbatim = ["NET_REVENUE", "LoadTime", "Calc with Holiday", "sku", "Größe", "Item Key"];

    private readonly NamedChoices _choices;
    private readonly NamedColumns _columns;
    private readonly bool _isOldLayout;
    private readonly List<NamedTable> _tables = [];
    private readonly JsonArray _elements = [];

    public NamedModel(int seed, bool isOldLayout = false, bool hasOtherModels = true)
    {
        _choices = new NamedChoices(seed);
        _columns = new NamedColumns(_choices, isOldLayout);
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
        int count = 3 + _choices.Below(8);
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
            kinds[_choices.Below(kinds.Length)]();
        }
    }

    public JsonObject Root { get; }

    public string Text => Root.ToJsonString();

    /// <summary>The display name of every column.</summary>
    public List<NamedItem> Names => _columns.Names;

    /// <summary>Every reference in the formulas of columns.</summary>
    public List<NamedUse> Uses => _columns.Uses;

    private void FromWarehouse()
    {
        string name = $"TABLE_{_choices.Next}";
        NamedTable table = New(_choices.Chance(2) ? $"Table {_choices.Next}" : name, Plain(name));
        foreach ((string raw, string friendly) in _choices.Some(Warehouse))
        {
            // A client may write the warehouse's spelling; Sigma shows the friendly form.
            _columns.PassThrough(table, name, _choices.Chance(4) ? raw : friendly, friendly, null);
        }

        Finish(table, isDeclared: table.Shown != name);
    }

    private void FromSql()
    {
        NamedTable table = New(
            $"Sql {_choices.Next}",
            new JsonObject { ["connectionId"] = "conn", ["kind"] = "sql", ["statement"] = "select 1" });
        _choices.Some(Verbatim).ForEach(name => _columns.PassThrough(table, "Custom SQL", name, name, null));
        Finish(table, isDeclared: true);
    }

    private void FromOtherModel()
    {
        string remote = $"Remote {_choices.Next}";

        // An element can keep the name of its source; it then reads [Remote/X] from the source, not from itself.
        NamedTable table = New(
            _choices.Chance(2) ? remote : $"Copy {_choices.Next}",
            new JsonObject
            {
                ["kind"] = "data-model",
                ["dataModelId"] = "11111111-2222-4333-8444-555555555555",
                ["elementId"] = "xx",
            }
        );
        _choices.Some(Verbatim).ForEach(name => _columns.PassThrough(table, remote, name, name, null));
        Finish(table, isDeclared: table.Shown != remote || _choices.Chance(2));
    }

    private void FromElement()
    {
        NamedTable source = _choices.Pick(_tables);
        NamedTable table = New(_choices.Chance(3) ? source.Shown : $"Child {_choices.Next}", From(source));
        bool keeps = table.Shown == source.Shown;
        foreach (NamedItem item in _choices.Some(source.Items))
        {
            _columns.PassThrough(table, source.Shown, item.Shown, item.Shown, item);
        }

        Finish(table, isDeclared: !keeps);
    }

    private void FromJoin()
    {
        NamedJoin join = new(_choices, _tables, _isOldLayout);
        NamedTable table = New($"Join {_choices.Next}", join.Source);
        foreach ((string prefix, (string written, string shown, NamedItem? target)) in _choices.Some(join.Columns))
        {
            _columns.PassThrough(table, prefix, written, shown, target);
            if (_choices.Chance(6))
            {
                _columns.PassThrough(table, prefix, written, shown, target);
            }
        }

        Finish(table, isDeclared: true);
    }

    private void FromUnion()
    {
        List<NamedTable> parts = [_choices.Pick(_tables), _choices.Pick(_tables)];
        JsonArray matches = [];
        string prefix = "Union of 2 Sources";
        NamedTable table = New(
            _choices.Chance(2) ? prefix : $"Union {_choices.Next}",
            new JsonObject
            {
                ["kind"] = "union",
                ["sources"] = new JsonArray([.. parts.Select(From)]),
                ["matches"] = matches,
            }
        );
        foreach (string output in _choices.Some(Verbatim))
        {
            matches.Add(
                new JsonObject
                {
                    ["outputColumnName"] = output,
                    ["sourceColumns"] = new JsonArray(
                        [.. parts.Select(part => (JsonNode)$"[{NamedColumns.Escape(_choices.Pick(part.Items).Shown)}]")]),
                }
            );
            _columns.PassThrough(table, prefix, output, output, null);
        }

        Finish(table, isDeclared: table.Shown != prefix);
    }

    private NamedTable New(string shown, JsonObject source)
    {
        // A formula cannot distinguish two elements of one name, so a name that is taken is not used again.
        NamedTable table = new(
            $"e{_choices.Next++}",
            _tables.Any(other => other.Shown == shown) && source["kind"]!.GetValue<string>() is not ("table" or "union")
                ? $"{shown} {_choices.Next}"
                : shown,
            source);
        return table;
    }

    // Calculations, lookups and columns through relationships, after everything that they refer to.
    private void Finish(NamedTable table, bool isDeclared)
    {
        _columns.Calculate(table);
        string source = table.Source.ToJsonString();
        List<NamedTable> others =
        [
            .. _tables.Where(other =>
                other.Shown != table.Shown
                && _tables.Count(twin => twin.Shown == other.Shown) == 1
                && source.IndexOf($"\"{other.Id}\"", StringComparison.Ordinal) < 0),
        ];
        _columns.LookUp(table, others);
        JsonArray relationships = _columns.Relate(table, others);
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
}
