using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>An element of a <see cref="NamedModel"/> with its columns so far.</summary>
internal sealed record NamedTable(string Id, string Shown, JsonObject Source)
{
    public JsonArray Columns { get; } = [];

    public List<NamedItem> Items { get; } = [];

    public bool IsTaken(string name) => Items.Any(item => item.Shown == name);
}
