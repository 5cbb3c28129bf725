using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>GET, PUT and POST of a spec (sigma-api.md section 4.2).</summary>
internal static class SpecEndpoints
{
    public static Answer Get(ApiRequest request)
    {
        SandboxModel model = DataModelEndpoints.Model(request);
        int? version = request.QueryNumber("documentVersion");
        if (version < 1 || version > model.LatestVersion)
        {
            throw ApiProblem.NotFound($"Version {version}");
        }

        return new Answer(SpecText.Parse(model.SpecOf(version))!, MayBeYaml: true);
    }

    public static Answer Put(ApiRequest request)
    {
        SandboxModel model = DataModelEndpoints.Model(request);
        SpecWrites.Put(request.Organization, model, request.Body(mayBeYaml: true), request.UserId);
        return Written(model);
    }

    public static Answer Post(ApiRequest request) =>
        Written(SpecWrites.Post(request.Organization, request.Body(mayBeYaml: true), request.UserId));

    // The response contains neither a version number nor warnings.
    private static Answer Written(SandboxModel model) =>
        new(new JsonObject { ["success"] = true, ["dataModelId"] = model.Id }, MayBeYaml: true);
}
