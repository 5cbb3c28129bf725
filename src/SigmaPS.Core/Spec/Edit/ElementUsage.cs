using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>
/// The items of the remaining elements that need an element or control: by name in formulas and SQL, by ID in sources, keys and controls.
/// </summary>
internal sealed class ElementUsage
{
    private readonly ReferenceSnapshot _before;
    private readonly HashSet<JsonObject> _removed;
    private readonly List<JsonObject> _remaining;
    private readonly ILookup<JsonObject, string> _formulas;

    /// <summary>Collects the uses once for queries about many elements.</summary>
    /// <param name="before">The references.</param>
    /// <param name="removed">The elements that are removed together; their own references do not count.</param>
    public ElementUsage(ReferenceSnapshot before, IEnumerable<JsonObject> removed)
    {
        _before = before;
        _removed = new HashSet<JsonObject>(removed);
        _remaining = before.Document.Elements.Where(element => !_removed.Contains(element)).ToList();
        _formulas = before.Uses.Where(use => !_removed.Contains(use.Place.Scope.Element))
            .SelectMany(use => Read(use.Found).Select(target => (target, use.Place.By))).ToLookup(use => use.target, use => use.By);
    }

    /// <summary>Names the items that need an element or control.</summary>
    /// <param name="item">The element or control.</param>
    public IReadOnlyList<string> Find(JsonObject item) =>
        (item.Text("kind") == "control" ? Statements(item.Text("controlId") ?? ElementIds.Id(item)) : Sources(item))
        .Concat(_formulas[item]).Distinct().ToList();

    // The control, the element of the target, and the element that the prefix names.
    private IEnumerable<JsonObject> Read(Resolution found) => new[]
    {
        found.Kind == ReferenceKind.Control ? found.Target : null,
        found.Owner?.Element,
        _before.Model.Names.ElementOf(found.Source),
    }.OfType<JsonObject>().Distinct();

    private IEnumerable<string> Sources(JsonObject element)
    {
        var names = _before.Model.Names;
        var id = ElementIds.Id(element);
        return _remaining
            .Where(reader => JsonTree.Objects(reader["source"]).Any(source => names.ElementOf(source) == element))
            .Select(reader =>
                reader.Text("kind") == "control" ? $"control '{reader.Text("controlId")}'" : $"element \"{names.OfElement(reader)}\"")
            .Concat(
                _remaining
                    .SelectMany(reader => UsedId.Find(reader, names))
                    .Where(reference => reference.ElementId == id)
                    .Select(reference => reference.By));
    }

    // SQL contains a control in double braces, a range with :start or :end behind them (spec sheet, section 4).
    private IEnumerable<string> Statements(string controlId) =>
        _remaining
            .Where(reader =>
                JsonTree
                    .Objects(reader["source"])
                    .Any(source =>
                        source.Text("statement") is { } sql && sql.IndexOf("{{" + controlId + "}}", StringComparison.Ordinal) >= 0))
            .Select(reader => $"the SQL statement of \"{_before.Model.Names.OfElement(reader)}\"");
}
