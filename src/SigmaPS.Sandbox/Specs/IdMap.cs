using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Which ids become which. Element ids belong to the model, all others to their element (spec.md section 11).</summary>
internal sealed class IdMap
{
    public Dictionary<string, string> Elements { get; } = [];

    public Dictionary<(string Element, string Part, string Id), string> Inner { get; } = [];

    public List<(JsonObject Owner, string Id)> Renewed { get; } = [];
}
