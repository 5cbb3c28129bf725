using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Refuses IDs that do not resolve, with the service's own messages (sigma-api.md section 3.2). IDs in order, summary and
/// folders are accepted.</summary>
internal sealed class ReferenceCheck(SandboxOrganization organization, JsonArray pages, JsonArray? before)
{
    private readonly SpecScope _scope = new(organization, pages);

    public void Check()
    {
        string?[] ids = [.. SpecParts.Elements(pages).Select(e => e.Text("id"))];
        if (ids.Any(string.IsNullOrEmpty) || ids.Distinct().Count() != ids.Length)
        {
            throw ApiProblem.Invalid("Invalid element ID");
        }

        foreach (JsonObject table in SpecParts.Tables(pages))
        {
            foreach (JsonObject source in SpecParts.Sources(table["source"] as JsonObject))
            {
                Source(source);
            }

            JoinKeys(table["source"] as JsonObject);
            Table(table);
            Functions(table);
        }

        ControlCheck controls = new(organization, _scope);
        foreach (JsonObject control in SpecParts.Controls(pages))
        {
            controls.Check(control, before);
        }

        if (organization.Options.RefusesUnresolvedFormulas)
        {
            Formulas();
        }
    }

    private void Source(JsonObject source)
    {
        // A file belongs to the document that it was uploaded to (spec.md section 4).
        if (
            source.Text("kind") == "csv-table"
            && (
                before is null
                || !SpecParts
                    .Tables(before)
                    .SelectMany(t => SpecParts.Sources(t["source"] as JsonObject))
                    .Any(s => s.Text("inodeId") == source.Text("inodeId"))))
        {
            throw ApiProblem.Invalid("CSV table does not belong to this workbook");
        }

        JsonObject? target = source.Text("kind") switch
        {
            "table" => _scope.Table(source.Text("elementId")),
            "data-model" => _scope.Of(source.Text("dataModelId"))?.Table(source.Text("elementId")),
            _ => source,
        };
        if (target is null)
        {
            throw ApiProblem.Invalid($"Element {source.Text("elementId")} not found in data model");
        }

        // GET was observed to return "base", and POST to refuse it (spec.md section 4). A PUT of GET's response is accepted.
        if (source.Text("groupingId") is string grouping && !(grouping == "base" && before is not null)
            && target.Items("groupings").All(g => g.Text("id") != grouping))
        {
            throw ApiProblem.Invalid($"Grouping not found: '{grouping}'");
        }
    }

    private void JoinKeys(JsonObject? join)
    {
        foreach (JsonObject leg in join.Items("joins"))
        {
            foreach (JsonObject key in leg.Items("columns"))
            {
                if (!Owns(leg["left"] as JsonObject, key.Text("left")) || !Owns(leg["right"] as JsonObject, key.Text("right")))
                {
                    throw ApiProblem.Invalid("Column reference not found");
                }
            }
        }
    }

    // A key is a formula over its side alone. A table outside the catalog is assumed to have every column.
    private bool Owns(JsonObject? side, string? formula)
    {
        NameSet names = _scope.Sources.Names(side);
        return formula is null || !names.Known.Any() || FormulaReference.All(formula).All(r => names.TypeOf(r.Parts[^1]) is not null
            || (side.Text("kind") == "warehouse-table" && names.TypeOf(FriendlyName.Of(r.Parts[^1])) is not null));
    }

    private void Table(JsonObject table)
    {
        HashSet<string> own = Ids(table);
        IEnumerable<string?> used = table.Items("filters").Concat(table.Items("sort")).Select(f => f.Text("columnId"))
            .Concat(table.Items("groupings").SelectMany(g => g.Texts("groupBy").Concat(g.Texts("calculations"))))
            .Concat(table.Items("columnSecurities").SelectMany(s => s.Texts("restrictedColumns")))
            .Concat(table.Items("metrics").Select(m => m["timeline"].Text("dateColumnId")).OfType<string>())
            .Concat(table.Items("relationships").SelectMany(r => r.Items("keys")).Select(k => k.Text("sourceColumnId")));
        bool good = used.All(id => own.Contains(id ?? ""));
        foreach (JsonObject relationship in table.Items("relationships"))
        {
            JsonObject target = _scope.Table(relationship.Text("targetElementId"))
                ?? throw ApiProblem.Invalid($"Element {relationship.Text("targetElementId")} not found in data model");
            HashSet<string> there = Ids(target);
            good &= relationship.Items("keys").All(k => there.Contains(k.Text("targetColumnId") ?? ""));
        }

        if (!good)
        {
            throw ApiProblem.Invalid("Invalid column reference");
        }
    }

    private static void Functions(JsonObject table)
    {
        if (table.Items("columns").Concat(table.Items("metrics")).Any(item => FunctionCalls.HasOver(item.Text("formula") ?? "")))
        {
            throw ApiProblem.Invalid("Invalid formula");
        }
    }

    private void Formulas()
    {
        if (_scope.Tables.Keys.SelectMany(_scope.Columns).FirstOrDefault(c => c.Missing is not null) is ResolvedColumn column)
        {
            throw ApiProblem.Invalid($"dependency not found: formula reference '{column.Missing!.ToLowerInvariant()}'");
        }
    }

    private static HashSet<string> Ids(JsonObject table) => [.. table.Items("columns").Select(c => c.Text("id")).OfType<string>()];
}
