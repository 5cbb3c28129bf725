using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The IDs that a model's references to other models resolved to when it was published. A new ID with the old name is another
/// column (sigma-workbooks.md section 4).</summary>
internal sealed class ModelBindings
{
    private readonly SandboxOrganization _organization;
    private readonly Dictionary<(string Element, string Column, string Reference), RemoteColumn> _bound = [];

    private ModelBindings(SandboxOrganization organization) => _organization = organization;

    public IEnumerable<KeyValuePair<(string Element, string Column, string Reference), RemoteColumn>> All => _bound;

    public static ModelBindings Of(SandboxOrganization organization, JsonArray pages)
    {
        ModelBindings bindings = new(organization);
        SpecScope? scope = null;
        foreach (JsonObject table in SpecParts.Tables(pages))
        {
            foreach (JsonObject source in SpecParts.Sources(table["source"] as JsonObject).Where(s => s.Text("kind") == "data-model"))
            {
                bindings.Bind(scope ??= new SpecScope(organization, pages), table, source);
            }
        }

        return bindings;
    }

    public bool IsLost(JsonObject table, JsonObject column, IReadOnlyList<string> parts) =>
        _bound.TryGetValue((table.Text("id") ?? "", column.Text("id") ?? "", Key(parts)), out RemoteColumn? remote)
        && _organization.FindModel(remote.ModelId) is SandboxModel model
        && !SpecParts
            .Tables(model.Latest.Pages)
            .Where(t => t.Text("id") == remote.ElementId)
            .SelectMany(t => t.Items("columns"))
            .Any(c => c.Text("id") == remote.ColumnId);

    public static string Key(IReadOnlyList<string> parts) => string.Join('\n', parts);

    private void Bind(SpecScope scope, JsonObject table, JsonObject source)
    {
        (string model, string element) = (source.Text("dataModelId") ?? "", source.Text("elementId") ?? "");
        string prefix = scope.Sources.Prefix(source);
        if (scope.Of(model)?.Table(element) is not JsonObject remote)
        {
            return;
        }

        ILookup<string, string> columns = remote
            .Items("columns")
            .Zip(scope.Of(model)!.Shown.Of(remote))
            .ToLookup(c => c.Second, c => c.First.Text("id") ?? "", StringComparer.Ordinal);
        foreach (JsonObject column in table.Items("columns"))
        {
            foreach (
                FormulaReference reference in FormulaReference
                    .All(column.Text("formula") ?? "")
                    .Where(r => r.Parts.Count == 2 && r.Parts[0] == prefix))
            {
                if (columns[reference.Parts[1]].FirstOrDefault() is string id)
                {
                    _bound.TryAdd(
                        (table.Text("id") ?? "", column.Text("id") ?? "", Key(reference.Parts)),
                        new RemoteColumn(model, element, id));
                }
            }
        }
    }
}

/// <summary>A column of another model's element.</summary>
internal sealed record RemoteColumn(string ModelId, string ElementId, string ColumnId);
