using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The columns of a <see cref="NamedModel"/>, and the name and the references of each.</summary>
internal sealed class NamedColumns(NamedChoices choices, bool isOldLayout)
{
    private readonly NamedChoices _choices = choices;
    private readonly bool _isOldLayout = isOldLayout;

    /// <summary>The display name of every column.</summary>
    public List<NamedItem> Names { get; } = [];

    /// <summary>Every reference in the formulas of columns.</summary>
    public List<NamedUse> Uses { get; } = [];

    /// <summary>
    /// A column that passes another one through: shown under its default name, under its leg's where that is taken, or under its own.
    /// </summary>
    public void PassThrough(NamedTable table, string prefix, string written, string shown, NamedItem? target)
    {
        string formula = $"[{Escape(prefix)}/{Escape(written)}]";
        bool isJoin = table.Source["kind"]!.GetValue<string>() == "join";
        Default(table, formula, table.IsTaken(shown) && isJoin ? $"{shown} ({prefix})" : shown, (formula, target));
    }

    /// <summary>Calculations from the columns that are there.</summary>
    public void Calculate(NamedTable table)
    {
        for (int i = _choices.Below(3); i > 0; i--)
        {
            NamedItem sibling = _choices.Pick(table.Items);
            Add(
                table,
                $"If(IsNull([{Escape(sibling.Shown)}]), \"[Amount]\", [{Escape(sibling.Shown)}])",
                $"Calc {_choices.Next}",
                true,
                ($"[{Escape(sibling.Shown)}]", sibling),
                ($"[{Escape(sibling.Shown)}]", sibling));
        }
    }

    /// <summary>A lookup into one of the other tables, or none.</summary>
    public void LookUp(NamedTable table, IReadOnlyList<NamedTable> others)
    {
        if (others.Count > 0 && _choices.Chance(2))
        {
            NamedTable other = _choices.Pick(others);
            NamedItem found = _choices.Pick(other.Items);
            NamedItem key = _choices.Pick(table.Items);
            (string far, string near) = ($"[{Escape(other.Shown)}/{Escape(found.Shown)}]", $"[{Escape(key.Shown)}]");
            Default(table, $"Lookup({far}, {near}, {far})", $"{found.Shown} ({other.Shown})", (far, found), (near, key), (far, found));
        }
    }

    /// <summary>A relationship to one of the other tables with a column through it, or none.</summary>
    public JsonArray Relate(NamedTable table, IReadOnlyList<NamedTable> others)
    {
        JsonArray relationships = [];
        if (others.Count > 0 && _choices.Chance(2))
        {
            NamedTable other = _choices.Pick(others);
            NamedItem found = _choices.Pick(other.Items);
            relationships.Add(
                new JsonObject
                {
                    ["id"] = $"r{_choices.Next}",
                    ["targetElementId"] = other.Id,
                    ["name"] = "REL",
                    ["keys"] = new JsonArray(),
                }
            );
            string way = $"[{Escape(table.Shown)}/REL/{Escape(found.Shown)}]";
            Default(table, way, $"{found.Shown} (REL)", (way, found));
        }

        return relationships;
    }

    /// <summary>A name as a step of a reference.</summary>
    public static string Escape(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("/", "\\/", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);

    private void Default(NamedTable table, string formula, string candidate, params (string Written, NamedItem? Target)[] uses)
    {
        string shown = candidate;
        for (int i = 1; table.IsTaken(shown); i++)
        {
            shown = $"{candidate} ({i})";
        }

        bool isRenamed = _choices.Chance(8);
        Add(table, formula, isRenamed ? $"Own {_choices.Next}" : shown, isRenamed, uses);
    }

    private void Add(NamedTable table, string formula, string shown, bool isDeclared, params (string Written, NamedItem? Target)[] uses)
    {
        NamedItem item = new(table.Id, $"c{_choices.Next++}", shown, isDeclared || _isOldLayout);
        JsonObject column = new() { ["id"] = item.Id, ["formula"] = formula };
        if (item.IsDeclared)
        {
            column["name"] = shown;
        }

        table.Columns.Add(column);
        table.Items.Add(item);
        Names.Add(item);
        Uses.AddRange(uses.Select(use => new NamedUse(table.Id, item.Id, use.Written, use.Target)));
    }
}
