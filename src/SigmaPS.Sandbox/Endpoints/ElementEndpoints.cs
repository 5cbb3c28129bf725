using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>GET elements, columns and tags of a model (sigma-api.md section 4.1).</summary>
internal static class ElementEndpoints
{
    /// <summary>All elements, including those that a spec cannot represent.</summary>
    public static Answer List(ApiRequest request)
    {
        SandboxModel model = DataModelEndpoints.Model(request);
        ModelVersion version = VersionOf(request, model);
        SpecScope scope = new(request.Organization, version.Pages, 0, version.Bindings);
        IEnumerable<JsonNode> shown = SpecParts
            .Elements(version.Pages)
            .Select(e =>
                Entry(
                    e.Text("id"),
                    e.Text("kind") == "table" ? scope.NameOf(e) : e.Text("name") ?? e.Text("controlId"),
                    e.Text("kind"),
                    scope.Shown.Of(e)));
        return Paging.FamilyA(request, [.. shown, .. version.Unrepresented.Select(e => Entry(e.Id, e.Name, e.Type, e.Columns))]);
    }

    /// <summary>The service's only check of formulas: type.type is error if a formula does not resolve (sigma-api.md section
    /// 3.2).</summary>
    public static Answer Columns(ApiRequest request)
    {
        ModelVersion version = DataModelEndpoints.Model(request).Latest;
        SpecScope scope = new(request.Organization, version.Pages, 0, version.Bindings);
        return Paging.FamilyA(request, [.. scope.Tables.Keys.SelectMany(id => scope.Columns(id).Select(c => (JsonNode)new JsonObject
        {
            ["columnId"] = c.Id,
            ["name"] = c.Name,
            ["formula"] = c.Formula,
            ["type"] = new JsonObject { ["type"] = c.Type },
            ["elementId"] = id,
        }))]);
    }

    public static Answer Tags(ApiRequest request) =>
        Paging.FamilyA(request, [.. DataModelEndpoints.Model(request).Tags.Select(DataModelEndpoints.TagEntry)]);

    // tagName selects the elements of a tagged version.
    private static ModelVersion VersionOf(ApiRequest request, SandboxModel model) =>
        request.Query("tagName") is not string name ? model.Latest
        : model.Tags.FirstOrDefault(t => t.Name == name) is ModelTag tag ? model.Versions[tag.SourceVersion - 1]
        : throw ApiProblem.NotFound("Tag");

    private static JsonNode Entry(string? id, string? name, string? type, IEnumerable<string> columns) => new JsonObject
    {
        ["elementId"] = id,
        ["name"] = name,
        ["type"] = type,
        ["columns"] = new JsonArray([.. columns.Select(c => JsonValue.Create(c))]),
    };
}
