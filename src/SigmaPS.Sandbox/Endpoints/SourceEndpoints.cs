using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>GET sources and lineage of a model (sigma-api-endpoints.md section 3).</summary>
internal static class SourceEndpoints
{
    private const int LargestPage = 500;

    public static Answer Sources(ApiRequest request)
    {
        ModelVersion version = DataModelEndpoints.Model(request).Latest;
        List<JsonNode> entries = [];
        foreach (string tableId in Tables(request, version).Select(t => t.InodeId))
        {
            entries.Add(new JsonObject { ["type"] = "table", ["tableId"] = tableId });
        }

        foreach (
            IGrouping<string?, JsonObject> model in AllSources(version)
                .Where(s => s.Text("kind") == "data-model")
                .GroupBy(s => s.Text("dataModelId")))
        {
            JsonArray elements = new([.. model.Select(s => s.Text("elementId")).Distinct().Select(id => JsonValue.Create(id))]);
            entries.Add(
                new JsonObject
                {
                    ["type"] = "data-model",
                    ["dataModelId"] = model.Key,
                    ["elementIds"] = elements,
                });
        }

        entries.AddRange(SpecParts.Tables(version.Pages).Where(IsSql).Select(table => new JsonObject
        {
            ["type"] = "custom-sql",
            ["connectionId"] = table["source"].Text("connectionId"),
            ["definition"] = table["source"].Text("statement"),
            ["customSqlId"] = table.Text("id"),
        }));
        return Paging.FamilyB(request, entries, LargestPage);
    }

    public static Answer Lineage(ApiRequest request)
    {
        SandboxModel model = DataModelEndpoints.Model(request);
        LineageTree tree = new(request.Organization, model.Latest.Pages);
        List<JsonNode> entries = [.. SpecParts.Tables(model.Latest.Pages).Select(tree.ElementEntry)];
        entries.AddRange(Tables(request, model.Latest).Select(t => (JsonNode)new JsonObject
        {
            ["type"] = "table",
            ["connectionId"] = t.ConnectionId,
            ["name"] = t.Name,
            ["inodeId"] = t.InodeId,
        }));
        entries.AddRange(
            AllSources(model.Latest)
                .Select(s => s.Text("kind") == "data-model" ? s.Text("dataModelId") : null)
                .OfType<string>()
                .Distinct()
                .Select(id =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["type"] = "data-model",
                            ["connectionId"] = null,
                            ["name"] = request.Organization.FindModel(id)?.Name,
                            ["dataModelId"] = id,
                        }));
        entries.AddRange(SpecParts.Tables(model.Latest.Pages).Where(IsSql).Select(t => (JsonNode)new JsonObject
        {
            ["type"] = "customSQL",
            ["connectionId"] = t["source"].Text("connectionId"),
            ["name"] = "Custom SQL",
            ["definition"] = t["source"].Text("statement"),
        }));
        return Paging.FamilyA(request, entries);
    }

    private static IEnumerable<JsonObject> AllSources(ModelVersion version) =>
        SpecParts.Tables(version.Pages).SelectMany(t => SpecParts.Sources(t["source"] as JsonObject));

    private static IEnumerable<SandboxTable> Tables(ApiRequest request, ModelVersion version) => AllSources(version)
        .Where(s => s.Text("kind") == "warehouse-table")
        .Select(s => request.Organization.FindTable(s.Text("connectionId") ?? "", [.. s.Texts("path")])).OfType<SandboxTable>().Distinct();

    private static bool IsSql(JsonObject table) => table["source"].Text("kind") == "sql";
}
