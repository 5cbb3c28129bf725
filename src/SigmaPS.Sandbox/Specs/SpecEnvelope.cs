using System.Collections.Frozen;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SigmaPS.Sandbox;

/// <summary>Writes the document of GET spec: server-managed fields and pages, in the order of the layout (spec.md sections 1 and
/// 13).</summary>
internal static partial class SpecEnvelope
{
    /// <summary>The server-managed keys; all other keys of a document are written at its end.</summary>
    public static FrozenSet<string> Keys { get; } = FrozenSet.ToFrozenSet(
    [
        "dataModelId", "name", "url", "documentVersion", "latestDocumentVersion", "ownerId", "folderId", "createdBy", "updatedBy",
        "createdAt", "updatedAt", "description", "schemaVersion", "pages",
    ]);

    public static JsonObject Write(SandboxOrganization organization, SandboxModel model, ModelVersion version)
    {
        SpecLayout layout = organization.Options.Layout ?? model.Layout;
        JsonObject document = new()
        {
            ["dataModelId"] = model.Id,
            ["name"] = model.Name,
            ["url"] = Url(organization, model),
            ["documentVersion"] = version.Number,
            ["latestDocumentVersion"] = model.LatestVersion,
        };
        if (layout == SpecLayout.Seed2025)
        {
            document["schemaVersion"] = 1;
        }

        document["ownerId"] = model.OwnerId;
        document["folderId"] = model.FolderId;
        document["createdBy"] = model.CreatedBy;
        document["updatedBy"] = version.CreatedBy;
        document["createdAt"] = SpecText.Time(model.CreatedAt);
        document["updatedAt"] = SpecText.Time(version.CreatedAt);
        if (model.Description is not null)
        {
            document["description"] = model.Description;
        }

        document.TryAdd("schemaVersion", 1);
        document["pages"] = organization.Options.Layout is null ? version.Pages.DeepClone() : SpecOrder.Apply(version.Pages, layout);
        if (layout == SpecLayout.Current)
        {
            foreach (KeyValuePair<string, JsonNode?> extra in model.Trailing)
            {
                document[extra.Key] = extra.Value?.DeepClone();
            }
        }

        return document;
    }

    /// <summary>The app's address of a model: its name with dashes, then the base62 form of its ID.</summary>
    public static string Url(SandboxOrganization organization, SandboxModel model) =>
        $"https://app.sigmacomputing.com/{organization.Slug}/data-model/{NotWord().Replace(model.Name, "-").Trim('-')}-{model.UrlId}";

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotWord();
}
