using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>GET /v2/dataModels and GET of one model (sigma-api.md section 4.1). There is no search, name, folder or date filter.</summary>
internal static class DataModelEndpoints
{
    public static Answer List(ApiRequest request) =>
        Paging.FamilyA(
            request,
            [.. request.Organization.Models.Where(m => IsListed(request, m)).Select(m => Entry(request, m))],
            hasMore: true);

    public static Answer Get(ApiRequest request) => new(Entry(request, Model(request)));

    /// <summary>The model in the path; 404 if it does not exist.</summary>
    public static SandboxModel Model(ApiRequest request) =>
        request.Organization.FindModel(request.Route("dataModelId")) ?? throw ApiProblem.NotFound("Data model");

    // With skipPermissionCheck, admins list models that they have no access to.
    private static bool IsListed(ApiRequest request, SandboxModel model) =>
        model.Permission != "none" || request.QueryFlag("skipPermissionCheck");

    private static JsonNode Entry(ApiRequest request, SandboxModel model)
    {
        JsonObject entry = new()
        {
            ["dataModelId"] = model.Id,
            ["dataModelUrlId"] = model.UrlId,
            ["name"] = model.Name,
            ["url"] = SpecEnvelope.Url(request.Organization, model),
            ["path"] = request.Organization.PathOf(model.FolderId),
            ["latestVersion"] = model.LatestVersion,
            ["ownerId"] = model.OwnerId,
            ["createdBy"] = model.CreatedBy,
            ["updatedBy"] = model.UpdatedBy,
            ["createdAt"] = SpecText.Time(model.CreatedAt),
            ["updatedAt"] = SpecText.Time(model.UpdatedAt),
        };
        if (model.IsArchived)
        {
            entry["isArchived"] = true;
        }

        if (!request.QueryFlag("excludeTags"))
        {
            entry["tags"] = new JsonArray([.. model.Tags.Select(TagEntry)]);
        }

        return entry;
    }

    public static JsonNode TagEntry(ModelTag tag) => new JsonObject
    {
        ["versionTagId"] = tag.VersionTagId,
        ["tagName"] = tag.Name,
        ["sourceVersion"] = tag.SourceVersion,
        ["taggedAt"] = SpecText.Time(tag.TaggedAt),
    };
}
