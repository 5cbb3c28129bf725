using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>A column of a workbook or report, as GET columns returns it.</summary>
internal sealed record DocumentColumn(ColumnKey Key, string Name, string Formula, string Type);

/// <summary>
/// Evaluates a document's columns with the present models. A column gets type error when a model loses its source,
/// and recovers when the source is restored (sigma-workbooks.md section 4).
/// </summary>
internal sealed class DocumentColumns
{
    private const string Error = "error";
    private readonly SandboxOrganization _organization;
    private readonly Dictionary<ColumnKey, (JsonObject Column, BoundColumn Bound)> _columns = [];
    private readonly Dictionary<ColumnKey, string?> _types = [];

    public DocumentColumns(SandboxOrganization organization, DocumentVersion version)
    {
        _organization = organization;
        (Pages, IReadOnlyDictionary<ColumnKey, BoundColumn> bound) = version.Read();
        foreach (JsonObject element in SpecParts.Elements(Pages))
        {
            foreach (JsonObject column in element.Items("columns"))
            {
                ColumnKey key = new(element.Text("id") ?? "", column.Text("id") ?? "");
                _columns.TryAdd(key, (column, bound[key]));
            }
        }
    }

    public JsonArray Pages { get; }

    public IEnumerable<DocumentColumn> All() =>
        _columns.Select(c => new DocumentColumn(
            c.Key,
            SpecParts.WrittenName(c.Value.Column),
            Printed(c.Value.Column, c.Value.Bound),
            TypeOf(c.Key)));

    /// <summary>The columns with type error.</summary>
    public IEnumerable<ColumnKey> Broken() => _columns.Keys.Where(key => TypeOf(key) == Error);

    private string TypeOf(ColumnKey key)
    {
        if (_types.TryGetValue(key, out string? known))
        {
            // Null: this column depends on itself.
            return known ?? Error;
        }

        _types[key] = null;
        (JsonObject column, BoundColumn bound) = _columns[key];
        string[] types = [.. bound.References.Select((_, at) => TypeOf(column, bound, at))];
        string type = types.Contains(Error) ? Error : FormulaType.Of(column.Text("formula") ?? "", types.Length == 0 ? ["text"] : types);
        _types[key] = type;
        return type;
    }

    private string TypeOf(JsonObject column, BoundColumn bound, int at) => bound.References[at] switch
    {
        BoundElsewhere => "text",
        BoundOwnColumn own => _columns.ContainsKey(own.Column) ? TypeOf(own.Column) : Error,
        BoundMetric or BoundModelColumn when Names(bound.References[at]) is not string[] names || !IsStillMeant(column, at, names) => Error,
        BoundMetric metric => View(metric.Model)!.TypeOfMetric(metric.OwnerId, metric.MetricId),
        BoundModelColumn model => View(model.Model)!.Column(model.OwnerId, model.ColumnId)!.Type,
        _ => Error,
    };

    // If Sigma stores IDs, consumers follow a new name; if it stores names, a new name breaks them. This is unknown, so an option decides.
    private bool IsStillMeant(JsonObject column, int at, string[] names)
    {
        string formula = column.Text("formula") ?? "";
        return _organization.Options.ConsumersFollowRenames
            || (formula.Length == 0 ? DocumentScope.SameName(SpecParts.WrittenName(column), names[^1])
                : FormulaReference.All(formula)[at].Parts.SequenceEqual(names, System.StringComparer.OrdinalIgnoreCase));
    }

    private string Printed(JsonObject column, BoundColumn bound)
    {
        string formula = column.Text("formula") ?? "";
        IReadOnlyList<FormulaReference> references = FormulaReference.All(formula);
        for (int at = references.Count - 1; at >= 0 && _organization.Options.ConsumersFollowRenames; at--)
        {
            if (
                Names(bound.References[at]) is string[] names
                && !references[at].Parts.SequenceEqual(names, System.StringComparer.OrdinalIgnoreCase))
            {
                formula =
                    formula[..references[at].Start]
                    + FormulaReference.Write(names)
                    + formula[(references[at].Start + references[at].Length)..];
            }
        }

        return formula;
    }

    /// <summary>The reference with the present names; null if a part of it was removed.</summary>
    private string[]? Names(BoundReference reference)
    {
        if (reference is BoundMetric metric)
        {
            return
                View(metric.ReadModel) is ModelView read
                && read.Element(metric.ReadElementId) is JsonObject offering
                && read.Metrics(offering).Any(m => (m.OwnerId, m.MetricId) == (metric.OwnerId, metric.MetricId))
                && View(metric.Model)?.MetricName(metric.OwnerId, metric.MetricId) is string name
                ? ["Metrics", name]
                : null;
        }

        if (
            reference is not BoundModelColumn bound
            || View(bound.Model) is not ModelView view
            || view.Element(bound.ElementId) is not JsonObject element
            || view.Column(bound.OwnerId, bound.ColumnId) is not ResolvedColumn column)
        {
            return null;
        }

        List<string> parts = [view.NameOf(element)];
        foreach (string id in bound.Relationships)
        {
            var relationship = view.Relationships(element).FirstOrDefault(r => r.Id == id);
            if (relationship.Target is null)
            {
                return null;
            }

            parts.Add(relationship.Name);
            element = relationship.Target;
        }

        return element.Text("id") != bound.OwnerId ? null
            : bound.IsSuffixed ? [parts[0], $"{column.Name} ({parts[1]})"]
            : [.. parts, column.Name];
    }

    private ModelView? View(ModelAt model) => _organization.ViewOf(model);
}
