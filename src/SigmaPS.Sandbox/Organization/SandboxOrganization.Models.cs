using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    /// <summary>Gets a model by ID.</summary>
    public SandboxModel GetModel(string id) => FindModel(id) ?? throw new KeyNotFoundException($"The organization has no model {id}.");

    /// <summary>Gets the only model with a name.</summary>
    public SandboxModel GetModelByName(string name) => Locked(() => _models.Single(m => m.Name == name));

    /// <summary>Finds a model by ID or short ID; null if there is none.</summary>
    public SandboxModel? FindModel(string id) =>
        Locked(() =>
            _models.FirstOrDefault(m => m.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? (id.Length > 22 ? null : _models.FirstOrDefault(m => m.UrlId == id)));

    /// <summary>Adds a model from text: a spec with or without server-managed fields. It is neither validated nor normalized.</summary>
    /// <returns>The ID of the model.</returns>
    public string AddModel(string spec, string? name = null, string? folderPath = null) =>
        AddModel(SpecText.ParseObject(spec), name, folderPath);

    /// <inheritdoc cref="AddModel(string, string, string)"/>
    public string AddModel(JsonNode spec, string? name = null, string? folderPath = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Locked(() =>
        {
            SandboxModel model = ModelReader.Read(this, spec.AsObject(), name, folderPath is null ? null : AddFolder(folderPath));
            _models.Add(model);
            ContentStamp++;
            return model.Id;
        });
    }

    /// <summary>Publishes a new version as another user, with the pages that <paramref name="edit"/> changed.</summary>
    /// <returns>The number of the new version.</returns>
    public int EditAsColleague(string modelId, Action<JsonObject> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return Locked(() =>
        {
            SandboxModel model = GetModel(modelId);
            JsonObject spec = SpecText.ParseObject(model.SpecJson);
            edit(spec);
            return Publish(model, spec["pages"]!.DeepClone().AsArray(), Colleague.Id, model.Latest.Unrepresented);
        });
    }

    /// <summary>Adds an element that GET elements lists and a spec cannot represent; a PUT removes it (spec.md section 12).</summary>
    /// <returns>The ID of the element.</returns>
    public string AddUnrepresentedElement(string modelId, string name, string type = "input-table", params string[] columns) => Locked(() =>
    {
        SandboxModel model = GetModel(modelId);
        UnrepresentedElement element = new(NewShortId(), name, type, columns);
        Publish(model, model.Latest.Pages, Colleague.Id, [.. model.Latest.Unrepresented, element]);
        return element.Id;
    });

    /// <summary>Archives a model, as DELETE /v2/files does.</summary>
    public void Archive(string modelId) => Locked(() => { ContentStamp++; return GetModel(modelId).IsArchived = true; });

    /// <summary>Sets a version tag on the latest version.</summary>
    public void AddTag(string modelId, string tagName) => Locked(() => Tag(GetModel(modelId), tagName, GetModel(modelId).LatestVersion));

    /// <summary>Sets a version tag on a version; an existing tag with that name moves there.</summary>
    internal ModelTag Tag(SandboxModel model, string tagName, int version)
    {
        ModelTag tag = new(NewIds.Stable("tag:" + tagName), tagName, version, Now);
        model.Put(tag);
        ContentStamp++;
        return tag;
    }

    internal void Add(SandboxModel model) => _models.Add(model);

    /// <summary>Adds a version and returns its number.</summary>
    internal int Publish(SandboxModel model, JsonArray pages, string userId, IReadOnlyList<UnrepresentedElement> unrepresented)
    {
        int number = model.Versions.Count + 1;
        ModelVersion? before = model.Versions.Count == 0 ? null : model.Latest;
        model.Add(new ModelVersion(number, pages, userId, Now, unrepresented) { Bindings = ModelBindings.Of(this, pages) });
        model.UpdatedBy = userId;
        model.UpdatedAt = Now;
        ContentStamp++;
        if (before is not null && Options.ConsumersFollowRenames)
        {
            FollowedRenames.Apply(this, model, before);
        }

        return number;
    }
}
