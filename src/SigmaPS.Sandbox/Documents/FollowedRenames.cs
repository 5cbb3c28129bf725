using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>
/// Consumers that store IDs show a column's new name without a new version (sigma-workbooks.md section 4, if section 2.6 applies).
/// Documents do so when they are read. Models write the name into their spec, so that a column without a name passes it through.
/// </summary>
internal static class FollowedRenames
{
    public static void Apply(SandboxOrganization organization, SandboxModel model, ModelVersion before)
    {
        Dictionary<RemoteColumn, string> names = NamesOf(organization, model, model.Latest);
        Dictionary<RemoteColumn, string> old = NamesOf(organization, model, before);
        HashSet<RemoteColumn> renamed = [.. names.Where(n => old.TryGetValue(n.Key, out string? was) && was != n.Value).Select(n => n.Key)];
        foreach (SandboxModel consumer in renamed.Count == 0 ? [] : organization.Models.Where(m => m != model).ToArray())
        {
            Reprint(organization, consumer, renamed, names);
        }
    }

    private static void Reprint(
        SandboxOrganization organization,
        SandboxModel consumer,
        HashSet<RemoteColumn> renamed,
        Dictionary<RemoteColumn, string> names)
    {
        ModelVersion before = consumer.Latest;
        var affected = before.Bindings?.All.Where(b => renamed.Contains(b.Value)).ToArray() ?? [];
        if (affected.Length == 0)
        {
            return;
        }

        JsonArray pages = before.Pages.DeepClone().AsArray();
        foreach (var ((elementId, columnId, key), remote) in affected)
        {
            JsonObject column = SpecParts
                .Tables(pages)
                .First(t => t.Text("id") == elementId)
                .Items("columns")
                .First(c => c.Text("id") == columnId);
            string formula = column.Text("formula")!;
            foreach (FormulaReference reference in FormulaReference.All(formula).Where(r => ModelBindings.Key(r.Parts) == key).Reverse())
            {
                string text = FormulaReference.Write([reference.Parts[0], names[remote]]);
                formula = formula[..reference.Start] + text + formula[(reference.Start + reference.Length)..];
            }

            column["formula"] = formula;
        }

        consumer.Reprint(pages, ModelBindings.Of(organization, pages));
        Apply(organization, consumer, before);
    }

    private static Dictionary<RemoteColumn, string> NamesOf(SandboxOrganization organization, SandboxModel model, ModelVersion version)
    {
        SpecScope scope = new(organization, version.Pages);
        return SpecParts
            .Tables(version.Pages)
            .SelectMany(t =>
                t.Items("columns")
                    .Zip(scope.Shown.Of(t), (c, shown) =>
                        (Key: new RemoteColumn(model.Id, t.Text("id") ?? "", c.Text("id") ?? ""), Name: shown)))
            .GroupBy(c => c.Key)
            .ToDictionary(g => g.Key, g => g.First().Name);
    }
}
