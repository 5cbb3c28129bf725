using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>A column or metric to add to an element.</summary>
/// <param name="name">Its display name.</param>
/// <param name="formula">Its formula.</param>
public sealed class ItemAddition(string name, string formula)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";
    private const int IdLength = 10;

    /// <summary>Its display name.</summary>
    public string Name { get; } = name;

    /// <summary>Its formula.</summary>
    public string Formula { get; } = formula;

    /// <summary>Its ID; null to create one.</summary>
    public string? Id { get; init; }

    /// <summary>Its description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; init; }

    /// <summary>Its format; null for none.</summary>
    public JsonValue? Format { get; init; }

    /// <summary>Adds it as a column, at the end of the element's columns and of its order.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <returns>A warning for each reference of the formula that does not resolve.</returns>
    /// <exception cref="SigmaEngineException">The element does not exist, the name or ID is in use, or a reference would change its
    /// meaning.</exception>
    public IReadOnlyList<string> AddColumn(SpecDocument document, string element) =>
        Add(document, element, "columns", new[] { "id", "kind", "source" });

    /// <summary>Adds it as a metric.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <returns>A warning for each reference of the formula that does not resolve.</returns>
    /// <exception cref="SigmaEngineException">The element does not exist, the name or ID is in use, or a reference would change its
    /// meaning.</exception>
    public IReadOnlyList<string> AddMetric(SpecDocument document, string element) =>
        Add(document, element, "metrics", new[] { "columns", "name", "description" });

    private IReadOnlyList<string> Add(SpecDocument document, string element, string list, string[] behind)
    {
        var before = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(before.Model, element);
        if (Name.Trim().Length == 0)
        {
            throw EditTargetResolver.Fault("The name of the new column or metric is blank. Give it a name with -Name.", element);
        }

        EditTargetResolver.MustBeFree(scope, Name, null);
        var id = FreeId(scope);
        var items = scope.Element.Array(list);
        if (items is null)
        {
            items = new JsonArray();
            scope.Element.SetBehind(list, items, behind);
        }

        var added = ToObject(id);
        items.Add(added);
        if (list == "columns")
        {
            scope.Element.Array("order")?.Add(new JsonString(id));
        }

        var broken = before.Broken(before.Names.KeepColumns().Reading);
        return broken.Count == 0
            ? Unresolved(document, added)
            : throw EditErrors.NotAdded(Name, broken, element);
    }

    private JsonObject ToObject(string id)
    {
        var item = new JsonObject();
        item.Add("id", new JsonString(id));
        item.Add("formula", new JsonString(Formula));
        item.Add("name", new JsonString(Name));
        if (Hidden)
        {
            item.Add("hidden", new JsonBoolean(true));
        }

        if (Description is not null)
        {
            item.Add("description", new JsonString(Description));
        }

        if (Format is not null)
        {
            item.Add("format", Format);
        }

        return item;
    }

    private static IReadOnlyList<string> Unresolved(SpecDocument document, JsonObject added) =>
        FormulaField
            .All(new ModelScope(document))
            .Where(place => place.Item == added)
            .SelectMany(place =>
                place
                    .References()
                    .Where(reference => place.Resolve(reference).Kind == ReferenceKind.Unresolved)
                    .Select(reference => $"[{string.Join("/", reference.Steps)}] in the new {place.By} does not resolve."))
            .ToList();

    // The ID is a hash of the names, so that the same edit always gives the same ID.
    private string FreeId(ElementScope scope)
    {
        var element = scope.Element;
        var taken = new HashSet<string>(ElementIds.Columns(element).Concat(ElementIds.Ids(element, "folders")), StringComparer.Ordinal);
        if (Id is not null)
        {
            return taken.Contains(Id)
                ? throw EditTargetResolver.Fault(
                    $"The ID '{Id}' is in use in \"{EditTargetResolver.Called(scope)}\". Choose another one, or omit -Id.",
                    Id)
                : Id;
        }

        for (var i = 0; ; i++)
        {
            var id = Hashed($"{ElementIds.Id(element)}\n{Name}\n{i}");
            if (!taken.Contains(id))
            {
                return id;
            }
        }
    }

    private static string Hashed(string text)
    {
        using var sha = SHA256.Create();
        return new string(
            sha.ComputeHash(Encoding.UTF8.GetBytes(text))
                .Take(IdLength)
                .Select((b, i) => Alphabet[i == 0 ? b % (Alphabet.Length - 2) : b % Alphabet.Length])
                .ToArray());
    }
}
