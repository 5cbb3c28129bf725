using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>The name a person sees: newer exports leave it out where it follows from the source.</summary>
public static class EffectiveName
{
    /// <summary>A column's, metric's or relationship's name.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Its name, or the friendly form of what its formula refers to, or its id.</returns>
    public static string Of(JsonObject item) => item.Text("name") ?? Default(item) ?? item.Text("id") ?? "";

    /// <summary>An element's name.</summary>
    /// <param name="element">A table or control.</param>
    /// <returns>Its name, or its table's, or its control id, or its id.</returns>
    public static string OfElement(JsonObject element) =>
        element.Text("name") ?? DefaultOfElement(element) ?? element.Text("controlId") ?? element.Text("id") ?? "";

    /// <summary>The name of a column that merely passes another one through.</summary>
    /// <param name="item">A column.</param>
    /// <returns>The name, or null where there is none to derive.</returns>
    public static string? Default(JsonObject item) =>
        item.Text("formula") is { } formula && FormulaReferences.Only(formula) is { } reference
            ? reference.Steps[0] == "Custom SQL" ? reference.Name : FriendlyName.Of(reference.Name)
            : null;

    /// <summary>The name of an element that was never given one: its warehouse table's.</summary>
    /// <param name="element">A table element.</param>
    /// <returns>The name, or null where there is none to derive.</returns>
    public static string? DefaultOfElement(JsonObject element) =>
        element.Object("source") is { } source && source.Text("kind") == "warehouse-table" && source.Array("path") is { Count: > 0 } path
            ? (path[path.Count - 1] as JsonString)?.Value
            : null;
}
