using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Creates a model from a document like the response of GET spec, and adds missing server-managed fields.</summary>
internal static class ModelReader
{
    public static SandboxModel Read(SandboxOrganization organization, JsonObject spec, string? name, string? folderId)
    {
        JsonArray pages = spec["pages"] as JsonArray ?? throw new FormatException("A spec needs pages.");
        SandboxModel model = new(SpecText.Text(spec["dataModelId"]) ?? organization.NewId())
        {
            Name = name ?? SpecText.Text(spec["name"]) ?? "Untitled",
            Description = SpecText.Text(spec["description"]),
            FolderId = folderId ?? SpecText.Text(spec["folderId"]) ?? organization.ApiUser.HomeFolderId,
            OwnerId = SpecText.Text(spec["ownerId"]) ?? organization.ApiUser.Id,
            CreatedBy = SpecText.Text(spec["createdBy"]) ?? organization.ApiUser.Id,
            CreatedAt = TimeOf(spec["createdAt"]) ?? organization.Now,
            Layout = LayoutOf(spec),
            Trailing = TrailingOf(spec),
            Render = Renderer(organization),
        };
        AddVersions(organization, model, spec, pages);
        return model;
    }

    /// <summary>Creates a model for POST, still without a version. New models end with kind, as exports since September 2026 do (spec.md
    /// section 13).</summary>
    public static SandboxModel Made(SandboxOrganization organization, JsonObject body, string userId, SpecLayout layout) =>
        new(organization.NewId())
        {
            Name = body.Text("name")!,
            Description = body.Text("description"),
            FolderId = body.Text("folderId")!,
            OwnerId = userId,
            CreatedBy = userId,
            CreatedAt = organization.Now,
            VisibleFrom = organization.Now + organization.Options.NewFileDelay,
            Layout = layout,
            Trailing = new JsonObject { ["kind"] = "data-model" },
            Render = Renderer(organization),
        };

    private static Func<SandboxModel, ModelVersion, string> Renderer(SandboxOrganization organization) =>
        (model, version) => SpecText.Write(SpecEnvelope.Write(organization, model, version));

    private static void AddVersions(SandboxOrganization organization, SandboxModel model, JsonObject spec, JsonArray pages)
    {
        // The history before a seeded version is unknown, so each earlier version has the same pages.
        int latest = spec["documentVersion"]?.GetValue<int>() ?? 1;
        model.UpdatedBy = SpecText.Text(spec["updatedBy"]) ?? organization.ApiUser.Id;
        model.UpdatedAt = TimeOf(spec["updatedAt"]) ?? organization.Now;
        JsonArray stored = pages.DeepClone().AsArray();
        ModelBindings bindings = ModelBindings.Of(organization, stored);
        for (int number = 1; number <= latest; number++)
        {
            model.Add(new ModelVersion(number, stored, model.UpdatedBy, model.UpdatedAt, []) { Bindings = bindings });
        }
    }

    // In the old layout, schemaVersion precedes ownerId (spec.md section 13).
    private static SpecLayout LayoutOf(JsonObject spec)
    {
        string[] keys = [.. spec.Select(p => p.Key)];
        int schema = Array.IndexOf(keys, "schemaVersion");
        return schema >= 0 && schema < Array.IndexOf(keys, "ownerId") ? SpecLayout.Seed2025 : SpecLayout.Current;
    }

    private static JsonObject TrailingOf(JsonObject spec) =>
        new(spec.Where(p => !SpecEnvelope.Keys.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        SpecText.Text(node) is string text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
