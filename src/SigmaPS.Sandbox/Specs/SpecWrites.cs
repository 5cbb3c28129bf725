using System.Text.Json;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>PUT and POST of a spec: validate it, normalize it, store it as a version.</summary>
internal static class SpecWrites
{
    /// <summary>Full replacement: only pages is applied, a new version is created at once, and elements that a spec cannot represent are
    /// removed (sigma-api.md section 4.2, spec.md section 12).</summary>
    public static void Put(SandboxOrganization organization, SandboxModel model, JsonObject body, string userId)
    {
        if (model.IsArchived)
        {
            throw ApiProblem.Archived();
        }

        if (model.ParentSourceUrlId is not null)
        {
            throw ApiProblem.Deployed();
        }

        RefuseStale(organization, model, body);
        JsonArray pages = Accept(organization, body, model.Latest.Pages, organization.Options.Layout ?? model.Layout);
        organization.Publish(model, pages, userId, []);
    }

    /// <summary>Creates a model. Names need not be unique, so a second POST creates a second model (sigma-api.md section 4.2).</summary>
    public static SandboxModel Post(SandboxOrganization organization, JsonObject body, string userId)
    {
        SpecCheck.CheckText(body, "name", "name");
        SpecCheck.CheckText(body, "folderId", "folderId");
        SandboxFolder folder = organization.FindFolder(body.Text("folderId")!) ?? throw ApiProblem.NotFound("Folder");
        if (folder.IsArchived)
        {
            throw ApiProblem.Archived();
        }

        SpecLayout layout = organization.Options.Layout ?? SpecLayout.Current;
        JsonArray pages = Accept(organization, body, null, layout);
        SandboxModel model = ModelReader.Made(organization, body, userId, layout);
        organization.Add(model);
        organization.Publish(model, pages, userId, []);
        return model;
    }

    private static JsonArray Accept(SandboxOrganization organization, JsonObject body, JsonArray? before, SpecLayout layout)
    {
        new SpecCheck(new NewerKinds(organization)).Check(body);
        JsonArray pages = body["pages"]!.DeepClone().AsArray();
        new ReferenceCheck(organization, pages, before).Check();
        new SpecRewrites(organization, pages, layout).Apply();
        new SpecIds(organization, pages, before).Apply();
        return SpecOrder.Apply(pages, layout);
    }

    // The newer text of the service (sigma-api.md section 4.4) does not state the status; 409 is the sandbox's choice.
    private static void RefuseStale(SandboxOrganization organization, SandboxModel model, JsonObject body)
    {
        if (organization.Options.HonoursDocumentVersion && body["documentVersion"] is JsonNode sent
            && !(sent.GetValueKind() == JsonValueKind.Number && sent.GetValue<double>() == model.LatestVersion))
        {
            throw new ApiProblem(
                409,
                "conflict",
                $"Document version {sent.ToJsonString()} is not the latest version {model.LatestVersion}");
        }
    }
}
