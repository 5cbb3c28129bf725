using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Finds the one element or column that an edit is about, or says why it cannot be told.</summary>
internal static class EditTargetResolver
{
    private const int MostNamed = 10;

    /// <summary>The element of a name or id.</summary>
    /// <exception cref="SigmaEngineException">There is none, or several have the name.</exception>
    public static ElementScope Element(ModelScope model, string nameOrId)
    {
        var found = First(nameOrId, reading =>
            model.ById(reading) is { } byId ? new List<ElementScope> { byId } : model.ByName(reading).ToList());
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing(
                $"There is no element '{nameOrId}'. The model has {Named(model.Elements.Select(element => element.Name ?? element.Id))}.",
                nameOrId),
            _ => throw Fault(
                $"{found.Count} elements are called '{nameOrId}'; say which by its id: "
                    + $"{string.Join(", ", found.Select(element => element.Id))}.",
                nameOrId),
        };
    }

    /// <summary>The element of a name or ID, or the control of a name, control ID or ID.</summary>
    /// <exception cref="SigmaEngineException">There is none, or several have the name.</exception>
    public static JsonObject ElementOrControl(ReferenceSnapshot before, string nameOrId)
    {
        var names = before.Model.Names;
        var all = before.Document.Elements.ToList();
        var found = First(nameOrId, reading =>
        {
            var byId = all.Where(element => ElementIds.Id(element) == reading).Take(1).ToList();
            var byName = byId.Count > 0 ? byId : all.Where(element => names.OfElement(element) == reading).ToList();
            return byName.Count > 0 ? byName : all.Where(element => element.Text("controlId") == reading).ToList();
        });
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing($"There is no element '{nameOrId}'. The model has {Named(all.Select(names.OfElement))}.", nameOrId),
            _ => throw Fault(
                $"{found.Count} elements are called '{nameOrId}'; say which by its id: {string.Join(", ", found.Select(ElementIds.Id))}.",
                nameOrId),
        };
    }

    /// <summary>The column of a display name or ID.</summary>
    /// <exception cref="SigmaEngineException">There is none, or several have the name.</exception>
    public static JsonObject Column(ElementScope element, string nameOrId) => Item(element, "column", nameOrId);

    /// <summary>The metric of a display name or ID.</summary>
    /// <exception cref="SigmaEngineException">There is none, or several have the name.</exception>
    public static JsonObject Metric(ElementScope element, string nameOrId) => Item(element, "metric", nameOrId);

    private static JsonObject Item(ElementScope element, string kind, string nameOrId)
    {
        var names = element.Model.Names;
        var items = ElementIds.Objects(element.Element, kind + "s").ToList();
        var found = First(nameOrId, reading =>
        {
            var byName = items.Where(item => names.Of(item) == reading).ToList();
            return byName.Count > 0
                ? byName
                : items.Where(item => ElementIds.Id(item) == reading || names.Find(item).Aliases.Contains(reading)).ToList();
        });
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing($"\"{Called(element)}\" has no {kind} '{nameOrId}'. It has {Named(items.Select(names.Of))}.", nameOrId),
            _ => throw Fault(
                $"{found.Count} {kind}s of \"{Called(element)}\" are called '{nameOrId}'; say which by its id: "
                    + $"{string.Join(", ", found.Select(ElementIds.Id))}.",
                nameOrId),
        };
    }

    // A name that was escaped for a wildcard parameter is found too, after the name as it was given.
    private static List<T> First<T>(string nameOrId, Func<string, List<T>> find) =>
        EscapedName.Readings(nameOrId).Select(find).FirstOrDefault(found => found.Count > 0) ?? new List<T>();

    /// <summary>Makes sure that each reference still means the same.</summary>
    /// <exception cref="SigmaEngineException">One does not.</exception>
    public static void MustMeanTheSame(ReferenceSnapshot before, string refused, string target)
    {
        if (before.Broken() is { Count: > 0 } broken)
        {
            throw Fault($"{refused}, because then would mean something else: {Named(broken)}.", target);
        }
    }

    /// <summary>Makes sure that no column or metric of an element shows a name.</summary>
    /// <exception cref="SigmaEngineException">One does.</exception>
    public static void MustBeFree(ElementScope element, string name, JsonObject? but)
    {
        var taken = new[] { "columns", "metrics" }
            .SelectMany(list => ElementIds.Objects(element.Element, list))
            .FirstOrDefault(item => item != but && element.Model.Names.Of(item) == name);
        if (taken is not null)
        {
            throw Fault(
                $"\"{Called(element)}\" has a column or metric '{name}' already (id '{ElementIds.Id(taken)}'); choose another name.",
                name);
        }
    }

    /// <summary>No element is among those that were meant.</summary>
    public static SigmaEngineException NoElement(IEnumerable<string> names) =>
        new(ErrorCode.SpecItemNotFound, $"No element is called so. The model has {Named(names)}.");

    /// <summary>What a person calls an element.</summary>
    public static string Called(ElementScope element) => element.Name ?? element.Id;

    /// <summary>An edit that is not done.</summary>
    public static SigmaEngineException Fault(string message, string target) => new(ErrorCode.EditRefused, message) { Target = target };

    /// <summary>A list for a sentence, the first few.</summary>
    public static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0
            ? "none"
            : string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }
    private static SigmaEngineException Missing(string message, string target) =>
        new(ErrorCode.SpecItemNotFound, message) { Target = target };
}
