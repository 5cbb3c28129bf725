using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Version tags: POST /v2/dataModels/tag and GET /v2/tags (sigma-api-endpoints.md sections 3 and 4).</summary>
internal static class TagEndpoints
{
    /// <summary>Sets a tag on a published version. One version per tag name and model is the sandbox's choice.</summary>
    public static Answer Post(ApiRequest request)
    {
        JsonObject body = request.Body();
        SpecCheck.CheckText(body, "dataModelId", "dataModelId");
        SpecCheck.CheckText(body, "tag", "tag");
        SandboxModel model = request.Organization.FindModel(body.Text("dataModelId")!) ?? throw ApiProblem.NotFound("Data model");
        int version = body["dataModelVersion"]?.GetValue<int>() ?? model.LatestVersion;
        if (version < 1 || version > model.LatestVersion)
        {
            throw ApiProblem.NotFound($"Version {version}");
        }

        ModelTag tag = request.Organization.Tag(model, body.Text("tag")!, version);
        return new Answer(new JsonObject
        {
            ["versionTagId"] = tag.VersionTagId,
            ["taggedDataModelId"] = model.Id,
            ["taggedDataModelVersion"] = version,
        });
    }

    /// <summary>The tags of the organization, each once. The sandbox knows the ones that a model has.</summary>
    public static Answer List(ApiRequest request)
    {
        string search = request.Query("search") ?? "";
        return Paging.FamilyA(request, [.. request.Organization.Models
            .SelectMany(model => model.Tags)
            .DistinctBy(tag => tag.Name)
            .Where(tag => tag.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
            .Select(tag => new JsonObject
            {
                ["versionTagId"] = tag.VersionTagId,
                ["name"] = tag.Name,
                ["ownerId"] = request.UserId,
                ["createdBy"] = request.UserId,
                ["updatedBy"] = request.UserId,
                ["createdAt"] = SpecText.Time(tag.TaggedAt),
                ["updatedAt"] = SpecText.Time(tag.TaggedAt),
                ["isArchived"] = false,
                ["color"] = "grass",
            })]);
    }
}
