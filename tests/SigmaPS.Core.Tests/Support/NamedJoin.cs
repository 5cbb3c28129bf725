using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using static SigmaPS.Core.Tests.Support.NamedSources;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A join of a <see cref="NamedModel"/>: the prefix, the source and the columns of each side.</summary>
internal sealed class NamedJoin
{
    private readonly List<(string Prefix, JsonObject Source, List<(string Written, string Shown, NamedItem? Target)> Columns)> _sides = [];

    public NamedJoin(NamedChoices choices, IReadOnlyList<NamedTable> tables, bool isOldLayout)
    {
        int count = 2 + choices.Below(2);
        while (_sides.Count < count)
        {
            NamedTable source = choices.Pick(tables);
            string warehouse = $"leg_{choices.Next++}";
            var side = choices.Chance(2) && _sides.All(other => other.Prefix != source.Shown)
                ? (source.Shown, From(source), source.Items.Select(item => (item.Shown, item.Shown, (NamedItem?)item)).ToList())
                : (warehouse, Plain(warehouse), Warehouse.Select(pair => (pair.Friendly, pair.Friendly, (NamedItem?)null)).ToList());
            _sides.Add(side);
        }

        JsonArray legs = [];
        for (int i = 1; i < _sides.Count; i++)
        {
            JsonObject leg = new()
            {
                ["left"] = _sides[0].Source.DeepClone(),
                ["right"] = _sides[i].Source.DeepClone(),
                ["columns"] = new JsonArray(),
                ["joinType"] = "left-outer",
            };
            if (choices.Chance(3))
            {
                _sides[i] = _sides[i] with { Prefix = $"Leg {choices.Next++}" };
                leg["name"] = _sides[i].Prefix;
            }

            legs.Add(leg);
        }

        Source = new JsonObject { ["kind"] = "join", ["joins"] = legs };
        if (!isOldLayout)
        {
            Source["primarySource"] = _sides[0].Source.DeepClone();
        }
    }

    public JsonObject Source { get; }

    /// <summary>The columns of all sides, each with the prefix of its side.</summary>
    public IReadOnlyList<(string Prefix, (string Written, string Shown, NamedItem? Target) Column)> Columns =>
        [.. _sides.SelectMany(side => side.Columns.Select(column => (side.Prefix, column)))];
}
