using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Binds each reference of a document to IDs, once, when the document is published.</summary>
internal sealed class DocumentBinder(SandboxOrganization organization, JsonArray pages)
{
    private readonly DocumentScope _scope = new(organization, pages);

    public static IReadOnlyDictionary<ColumnKey, BoundColumn> Bind(SandboxOrganization organization, JsonArray pages) =>
        new DocumentBinder(organization, pages).Bind();

    private Dictionary<ColumnKey, BoundColumn> Bind()
    {
        Dictionary<ColumnKey, BoundColumn> bound = [];
        foreach (JsonObject element in _scope.Elements)
        {
            foreach (JsonObject column in element.Items("columns"))
            {
                bound[new ColumnKey(element.Text("id") ?? "", column.Text("id") ?? "")] = Column(element, column);
            }
        }

        return bound;
    }

    private BoundColumn Column(JsonObject element, JsonObject column)
    {
        string formula = column.Text("formula") ?? "";
        return formula.Length == 0
            ? new BoundColumn([PassThrough(element, SpecParts.WrittenName(column))])
            : new BoundColumn([.. FormulaReference.All(formula).Select(r => Reference(element, column, [.. r.Parts]))]);
    }

    // An empty formula passes the source column of the same name through (sigma-workbooks.md section 2.3).
    private BoundReference PassThrough(JsonObject element, string name) =>
        DocumentScope.SourcesOf(element).Select(s => FromSource(s, [name])).FirstOrDefault(b => b is not BoundNowhere)
        ?? new BoundNowhere();

    private BoundReference Reference(JsonObject element, JsonObject column, string[] parts) => parts switch
    {
        [string name] => Sibling(element, column, name),
        ["Metrics", string name] => Metric(element, name),
        [string prefix, .. string[] rest] => Prefixed(element, prefix, rest),
        _ => new BoundNowhere(),
    };

    private BoundReference Sibling(JsonObject element, JsonObject column, string name) =>
        element.Items("columns").FirstOrDefault(c => c != column && SpecParts.WrittenName(c) == name) is JsonObject sibling
            ? new BoundOwnColumn(new ColumnKey(element.Text("id") ?? "", sibling.Text("id") ?? ""))
            : _scope.Controls.Contains(name) ? new BoundElsewhere() : new BoundNowhere();

    private BoundReference Metric(JsonObject element, string name)
    {
        foreach (JsonObject source in DocumentScope.SourcesOf(element))
        {
            if (
                DocumentScope.ModelOf(source) is ModelAt at
                && _scope.View(at) is ModelView view
                && view.Element(source.Text("elementId") ?? "") is JsonObject read)
            {
                foreach (var metric in view.Metrics(read).Where(m => DocumentScope.SameName(m.Name, name)))
                {
                    return new BoundMetric(
                        metric.ModelId is null ? at : new ModelAt(metric.ModelId, null),
                        metric.OwnerId,
                        metric.MetricId,
                        at,
                        read.Text("id")!);
                }
            }
            else if (
                source.Text("kind") == "element"
                && _scope.ById.TryGetValue(source.Text("elementId") ?? "", out JsonObject? inner)
                && inner != element
                && Metric(inner, name) is BoundMetric inherited)
            {
                return inherited;
            }
        }

        return new BoundNowhere();
    }

    // Try the element's own sources first. Inside Lookup, the reference can mean another element of the document (section 2.1).
    private BoundReference Prefixed(JsonObject element, string prefix, string[] rest)
    {
        IEnumerable<JsonObject> own = DocumentScope.SourcesOf(element).Where(s => DocumentScope.SameName(_scope.Prefix(s), prefix));
        IEnumerable<BoundReference> others = _scope
            .Elements.Where(e => e != element && DocumentScope.SameName(_scope.NameOf(e), prefix))
            .Select(e => OfElement(e, rest));
        return own.Select(s => FromSource(s, rest)).Concat(others).FirstOrDefault(b => b is not BoundNowhere) ?? new BoundNowhere();
    }

    private BoundReference FromSource(JsonObject source, string[] rest) =>
        source.Text("kind") switch
        {
            "data-model" => FromModel(source, rest),
            "element" => _scope.ById.TryGetValue(source.Text("elementId") ?? "", out JsonObject? inner)
                ? OfElement(inner, rest)
                : new BoundNowhere(),
            "table" => organization
                .FindTable(source.Text("inodeId") ?? "")
                ?.Columns.Any(c => DocumentScope.SameName(FriendlyName.Of(c.Name), rest[^1])) == true
                ? new BoundElsewhere()
                : new BoundNowhere(),
            _ => new BoundElsewhere(),
        };

    private static BoundReference OfElement(JsonObject element, string[] rest) =>
        rest.Length == 1
        && element.Items("columns").FirstOrDefault(c => DocumentScope.SameName(SpecParts.WrittenName(c), rest[0])) is JsonObject column
            ? new BoundOwnColumn(new ColumnKey(element.Text("id") ?? "", column.Text("id") ?? ""))
            : new BoundNowhere();

    private BoundReference FromModel(JsonObject source, string[] rest)
    {
        if (
            DocumentScope.ModelOf(source) is not ModelAt at
            || _scope.View(at) is not ModelView view
            || view.Element(source.Text("elementId") ?? "") is not JsonObject read)
        {
            return new BoundNowhere();
        }

        List<string> relationships = [];
        JsonObject owner = read;
        foreach (string step in rest[..^1])
        {
            var relationship = view.Relationships(owner).FirstOrDefault(r => DocumentScope.SameName(r.Name, step));
            if (relationship.Target is null)
            {
                return new BoundNowhere();
            }

            relationships.Add(relationship.Id);
            owner = relationship.Target;
        }

        return ColumnOf(view, owner, rest[^1]) is ResolvedColumn column
            ? new BoundModelColumn(at, read.Text("id")!, relationships, owner.Text("id")!, column.Id)
            : Suffixed(at, view, read, rest);
    }

    // [Element/Column (Relationship)] is another way to write [Element/Relationship/Column] (section 2.2).
    private static BoundReference Suffixed(ModelAt at, ModelView view, JsonObject read, string[] rest)
    {
        foreach (var relationship in view.Relationships(read))
        {
            string suffix = $" ({relationship.Name})";
            if (
                rest.Length == 1
                && rest[0].EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && ColumnOf(view, relationship.Target, rest[0][..^suffix.Length]) is ResolvedColumn column)
            {
                return new BoundModelColumn(
                    at,
                    read.Text("id")!,
                    [relationship.Id],
                    relationship.Target.Text("id")!,
                    column.Id,
                    IsSuffixed: true);
            }
        }

        return new BoundNowhere();
    }

    private static ResolvedColumn? ColumnOf(ModelView view, JsonObject element, string name)
    {
        ResolvedColumn[] columns = [.. view.Columns(element.Text("id")!)];
        return columns.FirstOrDefault(c => c.Name == name) ?? columns.FirstOrDefault(c => DocumentScope.SameName(c.Name, name));
    }
}
