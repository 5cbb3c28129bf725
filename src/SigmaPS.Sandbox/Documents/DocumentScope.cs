using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Resolves the names in a workbook or report (sigma-workbooks.md sections 2.1 to 2.3).</summary>
internal sealed class DocumentScope
{
    private readonly SandboxOrganization _organization;

    public DocumentScope(SandboxOrganization organization, JsonArray pages)
    {
        _organization = organization;
        Elements = [.. SpecParts.Elements(pages)];
        ById = Elements.Where(e => e.Text("id") is not null).GroupBy(e => e.Text("id")!).ToDictionary(g => g.Key, g => g.First());
        Controls = Elements.Where(e => e.Text("kind") == "control").Select(e => e.Text("controlId")).OfType<string>().ToHashSet();
    }

    public IReadOnlyList<JsonObject> Elements { get; }

    public IReadOnlyDictionary<string, JsonObject> ById { get; }

    public IReadOnlySet<string> Controls { get; }

    /// <summary>The sources of an element, each leg of a join and each part of a union.</summary>
    public static IEnumerable<JsonObject> SourcesOf(JsonObject element) => element["source"] switch
    {
        JsonObject { } many when many.Text("kind") is "join" or "union" => many.Items("sources"),
        JsonObject one => [one],
        _ => [],
    };

    public static ModelAt? ModelOf(JsonObject source) => source.Text("kind") == "data-model"
        ? new ModelAt(source.Text("dataModelId") ?? "", source.Text("versionTag")) : null;

    public ModelView? View(ModelAt model) => _organization.ViewOf(model);

    /// <summary>An element's own name, or the name of its source (section 2.2).</summary>
    public string NameOf(JsonObject element) => element.Text("name") ?? SourcesOf(element).Select(Prefix).FirstOrDefault() ?? "";

    /// <summary>
    /// The prefix of a source's columns: the display name of the source element, the last part of a table's path, Custom SQL.
    /// </summary>
    public string Prefix(JsonObject source) =>
        source.Text("kind") switch
        {
            "data-model"
                when ModelOf(source) is ModelAt at
                    && View(at) is ModelView view
                    && view.Element(source.Text("elementId") ?? "") is JsonObject element => view.NameOf(element),
            "element" => ById.TryGetValue(source.Text("elementId") ?? "", out JsonObject? element) ? NameOf(element) : "",
            "table" => _organization.FindTable(source.Text("inodeId") ?? "")?.Name ?? "",
            "sql" => "Custom SQL",
            _ => "",
        };

    public static bool SameName(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
