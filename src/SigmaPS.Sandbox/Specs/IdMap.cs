using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Maps old IDs to new ones. Element IDs are unique within the model, all others within their element (spec.md section
/// 11).</summary>
internal sealed class IdMap
{
    public Dictionary<string, string> Elements { get; } = [];

    public Dictionary<(string Element, string Part, string Id), string> Inner { get; } = [];

    public List<(JsonObject Owner, string Id)> Renewed { get; } = [];
}
