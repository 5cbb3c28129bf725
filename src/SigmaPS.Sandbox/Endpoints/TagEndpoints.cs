using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>POST /v2/dataModels/tag (sigma-api-endpoints.md section 3).</summary>
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
}
