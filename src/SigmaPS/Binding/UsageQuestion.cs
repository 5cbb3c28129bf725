using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>The items whose usage the user asks for: a model, and its items from parameters or the pipeline.</summary>
internal sealed class UsageQuestion
{
    private readonly List<(Core.Usage.UsageItemKind Kind, string? Element, string Item)> _wanted = new();

    private UsageQuestion(string model) => Model = model;

    /// <summary>The model as the user specified it: ID, address or name.</summary>
    public string Model { get; }

    /// <summary>Reads an input: text, a data model, a column, a metric, an element, a change, a plan.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The input does not identify a data model.</exception>
    public static IEnumerable<UsageQuestion> Read(object given)
    {
        var input = PSObject.AsPSObject(given);
        if (input.BaseObject is string text)
        {
            return new[] { new UsageQuestion(Required(text)) };
        }

        var isChange = Text(input, "Change") is not null;
        if (!isChange && LanguagePrimitives.GetEnumerable(Value(input, "Items") ?? Value(input, "Changes")) is { } parts)
        {
            return parts.Cast<object?>().OfType<object>().SelectMany(Read);
        }

        // New items have no consumers, and no consumer reads a filter or a page.
        var items = isChange ? UsageInput.ReadChange(input) : UsageInput.ReadItem(input);
        if (items is null)
        {
            return Enumerable.Empty<UsageQuestion>();
        }

        var question = new UsageQuestion(
            Text(input, "DataModelId") ?? Text(input, "DataModelName") ?? throw BindingErrors.NotOfAModel(input));
        question._wanted.AddRange(items);
        var isRename = isChange && items[0].Kind == Core.Usage.UsageItemKind.Element && Text(input, "Property") == "name";
        question.RenamedElement =
            isRename && Text(input, "NewValue") is { } name ? new KeyValuePair<string, string>(name, items[0].Item) : null;
        return new[] { question };
    }

    /// <summary>Adds items by name or ID.</summary>
    public void Add(Core.Usage.UsageItemKind kind, string? element, IEnumerable<string>? items)
    {
        foreach (var item in items ?? Enumerable.Empty<string>())
        {
            _wanted.Add((kind, element, Required(item)));
        }
    }

    /// <summary>The new and old name of the element that a change renames; null for other input.</summary>
    public KeyValuePair<string, string>? RenamedElement { get; private set; }

    /// <summary>The items of the question.</summary>
    /// <param name="modelId">The model's UUID.</param>
    /// <param name="known">Its items.</param>
    /// <param name="oldNames">The old names of elements that other changes of the input rename, because changes contain the new
    /// names.</param>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The model does not have one of them.</exception>
    public IReadOnlyList<Core.Usage.UsageItem> Items(
        string modelId, IReadOnlyList<Core.Usage.NamedItem> known, ILookup<string, string> oldNames)
    {
        if (_wanted.Count == 0)
        {
            return new[] { new Core.Usage.UsageItem(Core.Usage.UsageItemKind.Model, modelId) };
        }

        var elements = known.Where(item => item.Item.Kind == Core.Usage.UsageItemKind.Element).ToList();
        return _wanted.SelectMany(wanted => Find(modelId, known, wanted with { Element = OldName(wanted.Element) })).Distinct().ToList();

        string? OldName(string? element) => element is null || elements.Any(item => Is(element, item.Item.ElementId, item.Name))
            ? element
            : oldNames[element].FirstOrDefault() ?? element;
    }

    private static IEnumerable<Core.Usage.UsageItem> Find(
        string modelId,
        IReadOnlyList<Core.Usage.NamedItem> known,
        (Core.Usage.UsageItemKind Kind, string? Element, string Item) wanted)
    {
        var ofKind = known
            .Where(item =>
                item.Item.Kind == wanted.Kind && (wanted.Element is null || Is(wanted.Element, item.Item.ElementId, item.ElementName)))
            .ToList();
        var byId = ofKind
            .Where(item => string.Equals(item.Item.ItemId ?? item.Item.ElementId, wanted.Item, StringComparison.Ordinal))
            .ToList();
        var found =
            byId.Count > 0
                ? byId
                : ofKind.Where(item => string.Equals(item.Name, wanted.Item, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count > 0)
        {
            return found.Select(item => item.Item);
        }

        var kind = wanted.Kind.ToString().ToLowerInvariant();
        throw BindingErrors.ItemNotFound(modelId, kind, wanted.Item, wanted.Element, ofKind.Select(item => item.Name));
    }

    private static bool Is(string wanted, string? id, string? name) =>
        wanted == id || string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase);

    private static string Required(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? throw BindingErrors.EmptyModelOrItem()
            : text!;

    private static string? Text(PSObject input, string property) => UsageInput.Text(input, property);

    private static object? Value(PSObject input, string property) => UsageInput.Value(input, property);
}
