using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>One version of a model as its consumers see it: names and types by ID.</summary>
internal sealed class ModelView
{
    private readonly SpecScope _scope;
    private readonly Dictionary<string, Dictionary<string, ResolvedColumn>> _columns = [];

    public ModelView(SpecScope scope) => _scope = scope;

    public JsonObject? Element(string elementId) => _scope.Table(elementId);

    public string NameOf(JsonObject element) => _scope.NameOf(element);

    public IEnumerable<ResolvedColumn> Columns(string elementId) => ById(elementId).Values;

    public ResolvedColumn? Column(string elementId, string columnId) => ById(elementId).GetValueOrDefault(columnId);

    /// <summary>The relationships of an element; one without a name has its target's (sigma-workbooks.md section 2.1).</summary>
    public IEnumerable<(string Id, string Name, JsonObject Target)> Relationships(JsonObject element) => element.Items("relationships")
        .Select(r => (Id: r.Text("id") ?? "", Name: r.Text("name"), Target: _scope.Table(r.Text("targetElementId"))))
        .Where(r => r.Target is not null).Select(r => (r.Id, r.Name ?? NameOf(r.Target!), r.Target!));

    /// <summary>The metrics that consumers of an element can use: its own, then those along the chain of its sources (section
    /// 2.1).</summary>
    public IEnumerable<(ModelView View, string? ModelId, string OwnerId, string MetricId, string Name)> Metrics(
        JsonObject element,
        int depth = 0)
    {
        foreach (JsonObject metric in element.Items("metrics"))
        {
            yield return (this, null, element.Text("id") ?? "", metric.Text("id") ?? "", SpecParts.MetricName(metric));
        }

        JsonObject? source = element["source"] as JsonObject;
        if (depth < 8 && source.Text("kind") == "table" && _scope.Table(source.Text("elementId")) is JsonObject inner)
        {
            foreach (var inherited in Metrics(inner, depth + 1))
            {
                yield return inherited;
            }
        }
        else if (
            depth < 8
            && source.Text("kind") == "data-model"
            && _scope.Of(source.Text("dataModelId")) is SpecScope other
            && other.Table(source.Text("elementId")) is JsonObject remote)
        {
            ModelView view = new(other);
            foreach (var inherited in view.Metrics(remote, depth + 1))
            {
                yield return inherited with
                {
                    ModelId = inherited.ModelId ?? source.Text("dataModelId"),
                };
            }
        }
    }

    public string? MetricName(string elementId, string metricId) =>
        Element(elementId)?.Items("metrics").FirstOrDefault(m => m.Text("id") == metricId) is JsonObject metric
            ? SpecParts.MetricName(metric)
            : null;

    public string TypeOfMetric(string elementId, string metricId) =>
        Element(elementId) is JsonObject element
        && element.Items("metrics").FirstOrDefault(m => m.Text("id") == metricId) is JsonObject metric
            ? _scope.TypeOfMetric(element, metric)
            : "error";

    private Dictionary<string, ResolvedColumn> ById(string elementId)
    {
        if (!_columns.TryGetValue(elementId, out Dictionary<string, ResolvedColumn>? columns))
        {
            columns = _scope.Table(elementId) is null
                ? []
                : _scope.Columns(elementId).GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First());
            _columns[elementId] = columns;
        }

        return columns;
    }
}
