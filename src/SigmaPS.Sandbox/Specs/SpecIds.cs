using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Reassigns IDs in place, by the organization's mode. References are resolved before (sigma-api.md section 5).</summary>
internal sealed class SpecIds(SandboxOrganization organization, JsonArray pages, JsonArray? before)
{
    private static readonly string[] Parts = ["columns", "metrics", "relationships", "filters", "folders", "groupings", "columnSecurities"];
    private readonly IdMode _mode = organization.Options.IdMode;
    private readonly IdMap _map = new();

    public void Apply()
    {
        if (_mode == IdMode.Preserve || (before is null && _mode != IdMode.RemapNew))
        {
            return;
        }

        foreach (JsonObject page in pages.OfType<JsonObject>())
        {
            Renew(page, _mode == IdMode.ReassignPages || IsNew(page, before?.OfType<JsonObject>()));
        }

        foreach (JsonObject element in SpecParts.Elements(pages))
        {
            Element(element);
        }

        new IdReferences(_map, pages).Apply();
        foreach ((JsonObject owner, string id) in _map.Renewed)
        {
            owner["id"] = id;
        }
    }

    private void Element(JsonObject element)
    {
        JsonObject? old = before is null ? null : SpecParts.Elements(before).FirstOrDefault(e => e.Text("id") == element.Text("id"));
        string id = element.Text("id") ?? "";
        if (_mode == IdMode.ReassignElements || (_mode == IdMode.RemapNew && old is null))
        {
            _map.Elements[id] = Renew(element, true);
        }

        // A control's filters are targets and have no IDs (spec.md section 3.2).
        foreach (string part in element.Text("kind") == "control" ? [] : Parts)
        {
            foreach (JsonObject item in element.Items(part).Where(i => IsNew(i, old?.Items(part))))
            {
                _map.Inner[(id, part, item.Text("id") ?? "")] = Renew(item, true);
            }
        }
    }

    private bool IsNew(JsonObject item, IEnumerable<JsonObject>? known) =>
        _mode == IdMode.RemapNew && known?.Any(k => k.Text("id") == item.Text("id")) != true;

    private string Renew(JsonObject owner, bool isNew)
    {
        if (!isNew)
        {
            return owner.Text("id") ?? "";
        }

        string id = organization.NewShortId();
        _map.Renewed.Add((owner, id));
        return id;
    }
}
