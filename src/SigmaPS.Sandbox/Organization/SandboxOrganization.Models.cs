using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    /// <summary>The model of that id.</summary>
    public SandboxModel GetModel(string id) => FindModel(id) ?? throw new KeyNotFoundException($"The organisation has no model {id}.");

    /// <summary>The only model of that name.</summary>
    public SandboxModel GetModelByName(string name) => Locked(() => _models.Single(m => m.Name == name));

    /// <summary>The model of that id or short id, or null.</summary>
    public SandboxModel? FindModel(string id) => Locked(() =>
        _models.FirstOrDefault(m => m.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) ?? (id.Length > 22 ? null : _models.FirstOrDefault(m => m.UrlId == id)));

    /// <summary>Adds a model as it stands in the text: a representation with or without its envelope. Nothing is checked or rewritten.</summary>
    /// <returns>The id of the model.</returns>
    public string AddModel(string spec, string? name = null, string? folderPath = null) => AddModel(SpecText.ParseObject(spec), name, folderPath);

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

    /// <summary>Another user publishes a change: a new version with the pages as <paramref name="edit"/> leaves them.</summary>
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

    /// <summary>The model holds an element that GET elements lists and no representation shows; a PUT loses it (spec.md section 12).</summary>
    /// <returns>The id of the element.</returns>
    public string AddUnrepresentedElement(string modelId, string name, string type = "input-table", params string[] columns) => Locked(() =>
    {
        SandboxModel model = GetModel(modelId);
        UnrepresentedElement element = new(NewIds.Short(), name, type, columns);
        Publish(model, model.Latest.Pages, Colleague.Id, [.. model.Latest.Unrepresented, element]);
        return element.Id;
    });

    /// <summary>Archives a model, as DELETE /v2/files does.</summary>
    public void Archive(string modelId) => Locked(() => { ContentStamp++; return GetModel(modelId).IsArchived = true; });

    /// <summary>Puts a version tag on the latest version.</summary>
    public void AddTag(string modelId, string tagName) => Locked(() => Tag(GetModel(modelId), tagName, GetModel(modelId).LatestVersion));

    /// <summary>Puts a version tag on a version; one of that name moves there.</summary>
    internal ModelTag Tag(SandboxModel model, string tagName, int version)
    {
        ModelTag tag = new(NewIds.Stable("tag:" + tagName), tagName, version, Now);
        model.Put(tag);
        ContentStamp++;
        return tag;
    }

    internal void Add(SandboxModel model) => _models.Add(model);

    /// <summary>Adds a version; the number of it.</summary>
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
