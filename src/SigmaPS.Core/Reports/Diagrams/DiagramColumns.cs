using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>Adds the columns and metrics of a model to the nodes of their elements, with the items that each formula reads.</summary>
internal sealed class DiagramColumns
{
    private readonly ModelScope _model;
    private readonly DiagramSources _sources;
    private readonly Dictionary<JsonObject, DiagramItem> _items = new();
    private readonly ILookup<JsonObject, ItemReference> _references;

    public DiagramColumns(SpecDocument document, DisplayNames names, DiagramSources sources)
    {
        _model = new ModelScope(document, names);
        _sources = sources;
        _references = ItemReference.All(_model).ToLookup(reference => reference.Item);
    }

    /// <summary>Adds them.</summary>
    public void Add()
    {
        foreach (var scope in _model.Elements)
        {
            Add(scope, "columns", DiagramItemKind.Column);
            Add(scope, "metrics", DiagramItemKind.Metric);
        }

        foreach (var pair in _items)
        {
            foreach (var reference in _references[pair.Key])
            {
                Connect(pair.Value, reference, new HashSet<JsonObject>());
            }
        }
    }

    private void Add(ElementScope scope, string list, DiagramItemKind kind)
    {
        var node = _sources.Element(scope.Id)!;
        foreach (var item in ElementIds.Objects(scope.Element, list))
        {
            _items[item] = node.Add(new DiagramItem(_model.Names.Of(item), kind)
            {
                Id = ElementIds.Id(item),
                Formula = item.Text("formula") ?? "",
                IsHidden = item["hidden"] is JsonBoolean { Value: true },
            });
        }
    }

    private void Connect(DiagramItem item, ItemReference reference, HashSet<JsonObject> unions)
    {
        if (reference.Found.Target is { } target)
        {
            ConnectTarget(item, target, unions);
        }
        else if (reference.Source is { } source)
        {
            ConnectSource(item, _sources.Find(source), reference.Name);
        }
        else if (reference.Found.Kind == ReferenceKind.Unresolved)
        {
            item.ReadUnresolved($"[{string.Join("/", reference.Reference.Steps)}]");
        }
    }

    private void ConnectTarget(DiagramItem item, JsonObject target, HashSet<JsonObject> unions)
    {
        if (_items.TryGetValue(target, out var read))
        {
            item.Read(read);
        }
        else if (target.Text("kind") == "control" && _sources.Element(ElementIds.Id(target)) is { } control)
        {
            item.Read(control);
        }
        else if (unions.Add(target))
        {
            // The output of a union reads a column of each of its sources. Unions can be nested.
            foreach (var reference in _references[target])
            {
                Connect(item, reference, unions);
            }
        }
    }

    private static void ConnectSource(DiagramItem item, IReadOnlyList<DiagramNode> sources, string name)
    {
        if (sources.Count == 1 && sources[0].Kind is DiagramNodeKind.Warehouse or DiagramNodeKind.Outside)
        {
            item.Read(sources[0].ColumnNamed(name));
            return;
        }

        foreach (var source in sources)
        {
            item.Read(source);
        }
    }
}
