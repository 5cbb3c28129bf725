using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The direct and the root sources of each element, by ID (sigma-api-endpoints.md section 3).</summary>
internal sealed class LineageTree(SandboxOrganization organization, JsonArray pages)
{
    private readonly SpecScope _scope = new(organization, pages);

    public JsonNode ElementEntry(JsonObject table) => new JsonObject
    {
        ["type"] = "element",
        ["sourceIds"] = Ids(Direct(table)),
        ["elementId"] = table.Text("id"),
        ["dataSourceIds"] = Ids(Roots(table, [])),
    };

    private IEnumerable<string> Direct(JsonObject table) =>
        SpecParts.Sources(table["source"] as JsonObject).Select(s => IdOf(s, table)).OfType<string>().Distinct();

    private IEnumerable<string> Roots(JsonObject table, HashSet<string> seen)
    {
        if (!seen.Add(table.Text("id") ?? ""))
        {
            return [];
        }

        return Direct(table)
            .SelectMany(id => id != table.Text("id") && _scope.Table(id) is JsonObject inner ? Roots(inner, seen) : [id])
            .Distinct();
    }

    // Custom SQL has the ID of its element.
    private string? IdOf(JsonObject source, JsonObject table) => source.Text("kind") switch
    {
        "warehouse-table" => organization.FindTable(source.Text("connectionId") ?? "", [.. source.Texts("path")])?.InodeId,
        "table" => source.Text("elementId"),
        "data-model" => source.Text("dataModelId"),
        "sql" => table.Text("id"),
        _ => null,
    };

    private static JsonArray? Ids(IEnumerable<string> ids)
    {
        JsonArray list = new([.. ids.Select(id => JsonValue.Create(id))]);
        return list.Count == 0 ? null : list;
    }
}
