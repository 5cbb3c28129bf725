using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>A column of a spec and its place in the document.</summary>
public sealed class SpecColumnEntry
{
    internal SpecColumnEntry(ElementScope element, JsonObject column, string pointer)
    {
        Column = column;
        Element = EditTargetResolver.Called(element);
        ElementId = element.Id;
        Id = ElementIds.Id(column);
        Name = element.Model.Names.Of(column);
        Formula = column.Text("formula") ?? "";
        Hidden = column["hidden"] is JsonBoolean { Value: true };
        Pointer = pointer;
    }

    /// <summary>The column itself.</summary>
    internal JsonObject Column { get; }

    /// <summary>The element's display name.</summary>
    public string Element { get; }

    /// <summary>The element's ID.</summary>
    public string ElementId { get; }

    /// <summary>The column's ID, unique in its element only.</summary>
    public string Id { get; }

    /// <summary>The column's display name.</summary>
    public string Name { get; }

    /// <summary>Its formula.</summary>
    public string Formula { get; }

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; }

    /// <summary>Its place in the document.</summary>
    public string Pointer { get; }

    /// <summary>The columns of a document, in its order.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Each column.</returns>
    public static IEnumerable<SpecColumnEntry> All(SpecDocument document) => All(document, new ModelScope(document));

    /// <summary>The columns of a document with resolved names.</summary>
    internal static IEnumerable<SpecColumnEntry> All(SpecDocument document, ModelScope model)
    {
        var scopes = model.Elements.ToDictionary(scope => scope.Element);
        for (var p = 0; p < document.Pages.Count; p++)
        {
            var elements = (document.Pages[p] as JsonObject)?.Array("elements") ?? new JsonArray();
            for (var e = 0; e < elements.Count; e++)
            {
                if (
                    elements[e] is not JsonObject element
                    || !scopes.TryGetValue(element, out var scope)
                    || element.Array("columns") is not { } columns)
                {
                    continue;
                }

                for (var c = 0; c < columns.Count; c++)
                {
                    if (columns[c] is JsonObject column)
                    {
                        yield return new SpecColumnEntry(scope, column, $"/pages/{p}/elements/{e}/columns/{c}");
                    }
                }
            }
        }
    }
}
