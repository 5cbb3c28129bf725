using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>An element or control of a spec and its place in the document.</summary>
public sealed class SpecElementEntry
{
    private SpecElementEntry(JsonObject element, DisplayNames names, string page, string pointer)
    {
        Id = ElementIds.Id(element);
        Name = names.OfElement(element);
        Kind = element.Text("kind") ?? "";
        ControlId = element.Text("controlId");
        Page = page;
        Source = SourceOf(element.Object("source"), names);
        ColumnCount = ElementIds.Objects(element, "columns").Count();
        MetricCount = ElementIds.Objects(element, "metrics").Count();
        Description = element.Text("description");
        Pointer = pointer;
    }

    /// <summary>The element's ID.</summary>
    public string Id { get; }

    /// <summary>The display name; a control without a name has its control ID.</summary>
    public string Name { get; }

    /// <summary>table, control or a kind that a newer version of Sigma adds.</summary>
    public string Kind { get; }

    /// <summary>The name of a control in formulas; null for other elements.</summary>
    public string? ControlId { get; }

    /// <summary>The name of its page.</summary>
    public string Page { get; }

    /// <summary>The source for people, such as DB.SCHEMA.ORDERS or join; null if there is none.</summary>
    public string? Source { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The number of metrics.</summary>
    public int MetricCount { get; }

    /// <summary>Its description; null for none.</summary>
    public string? Description { get; }

    /// <summary>Its place in the document.</summary>
    public string Pointer { get; }

    /// <summary>The elements and controls of a document, in its order.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Each element.</returns>
    public static IEnumerable<SpecElementEntry> All(SpecDocument document)
    {
        var names = new DisplayNames(document);
        foreach (var (element, pointer) in Places(document))
        {
            var page = (JsonObject)document.Pages[int.Parse(pointer.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture)];
            yield return new SpecElementEntry(element, names, page.Text("name") ?? ElementIds.Id(page), pointer);
        }
    }

    /// <summary>Each element with its place.</summary>
    internal static IEnumerable<(JsonObject Element, string Pointer)> Places(SpecDocument document)
    {
        for (var p = 0; p < document.Pages.Count; p++)
        {
            var elements = (document.Pages[p] as JsonObject)?.Array("elements") ?? new JsonArray();
            for (var e = 0; e < elements.Count; e++)
            {
                if (elements[e] is JsonObject element)
                {
                    yield return (element, $"/pages/{p}/elements/{e}");
                }
            }
        }
    }

    private static string? SourceOf(JsonObject? source, DisplayNames names) => source switch
    {
        null => null,
        _ when source.Array("path") is { } path => string.Join(".", path.OfType<JsonString>().Select(step => step.Value)),
        _ when names.ElementOf(source) is { } element => names.OfElement(element),
        _ => source.Text("kind"),
    };
}
