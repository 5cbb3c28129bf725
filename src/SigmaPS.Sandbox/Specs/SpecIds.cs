using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Reassigns IDs in place, by the organization's mode. References are resolved before (sigma-api.md section 5).</summary>
internal sealed class SpecIds(IdMode mode, JsonArray pages, JsonArray? before)
{
    private static readonly string[] Parts = ["columns", "metrics", "relationships", "filters", "folders", "groupings", "columnSecurities"];
    private readonly IdMap _map = new();

    public void Apply()
    {
        if (mode == IdMode.Preserve || (before is null && mode != IdMode.RemapNew))
        {
            return;
        }

        foreach (JsonObject page in pages.OfType<JsonObject>())
        {
            Renew(page, mode == IdMode.ReassignPages || IsNew(page, before?.OfType<JsonObject>()));
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
        if (mode == IdMode.ReassignElements || (mode == IdMode.RemapNew && old is null))
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
        mode == IdMode.RemapNew && known?.Any(k => k.Text("id") == item.Text("id")) != true;

    private string Renew(JsonObject owner, bool isNew)
    {
        if (!isNew)
        {
            return owner.Text("id") ?? "";
        }

        string id = NewIds.Short();
        _map.Renewed.Add((owner, id));
        return id;
    }
}
