using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>What a user asks about: a model, and the items of it that were named or came through the pipeline.</summary>
internal sealed class UsageQuestion
{
    private readonly List<(Core.Usage.UsageItemKind Kind, string? Element, string Item)> _wanted = new();

    private UsageQuestion(string model) => Model = model;

    /// <summary>The model as the user named it: ID, address or name.</summary>
    public string Model { get; }

    /// <summary>Reads an input: text, a data model, a column, an element, a change, a plan.</summary>
    public static IEnumerable<UsageQuestion> Read(object given)
    {
        var input = PSObject.AsPSObject(given);
        if (input.BaseObject is string text)
        {
            return new[] { new UsageQuestion(Required(text)) };
        }

        if (LanguagePrimitives.GetEnumerable(Value(input, "Items") ?? Value(input, "Changes")) is { } parts && Value(input, "Change") is null)
        {
            return parts.Cast<object?>().OfType<object>().SelectMany(Read);
        }

        var question = new UsageQuestion(Required(Text(input, "DataModelId") ?? Text(input, "DataModelName")));
        question.Take(input);
        return Text(input, "Change") is "Added" ? Enumerable.Empty<UsageQuestion>() : new[] { question };
    }

    /// <summary>Adds items by name or ID.</summary>
    public void Add(Core.Usage.UsageItemKind kind, string? element, IEnumerable<string>? items)
    {
        foreach (var item in items ?? Enumerable.Empty<string>())
        {
            _wanted.Add((kind, element, Required(item)));
        }
    }

    /// <summary>The items of the question.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The model does not have one of them.</exception>
    public IReadOnlyList<Core.Usage.UsageItem> Items(string modelId, IReadOnlyList<Core.Usage.NamedItem> known)
    {
        if (_wanted.Count == 0)
        {
            return new[] { new Core.Usage.UsageItem(Core.Usage.UsageItemKind.Model, modelId) };
        }

        return _wanted.SelectMany(wanted => Find(modelId, known, wanted)).Distinct().ToList();
    }

    private void Take(PSObject input)
    {
        var element = Text(input, "ElementId") ?? Text(input, "Element");
        if (Text(input, "Change") is not null)
        {
            TakeChange(input);
        }
        else if ((Text(input, "ColumnId") ?? (Text(input, "Formula") is null ? null : Text(input, "Id"))) is { } column)
        {
            _wanted.Add((Core.Usage.UsageItemKind.Column, element, column));
        }
        else if (element is not null)
        {
            _wanted.Add((Core.Usage.UsageItemKind.Element, null, element));
        }
    }

    // The names on the way down end with the item's own; a rename has the name before in OldValue.
    private void TakeChange(PSObject input)
    {
        var names = LanguagePrimitives.GetEnumerable(Value(input, "Names"))?.Cast<object?>().Select(name => name?.ToString() ?? "").ToList() ?? new List<string>();
        if (names.Count == 0 || !Enum.TryParse<Core.Usage.UsageItemKind>(Text(input, "Kind"), true, out var kind) || kind == Core.Usage.UsageItemKind.Model)
        {
            return;
        }

        var own = Text(input, "Property") == "name" && Value(input, "OldValue") is string old ? old : names[names.Count - 1];
        _wanted.Add((kind, kind is Core.Usage.UsageItemKind.Element or Core.Usage.UsageItemKind.Control || names.Count < 2 ? null : names[names.Count - 2], own));
    }

    private static IEnumerable<Core.Usage.UsageItem> Find(string modelId, IReadOnlyList<Core.Usage.NamedItem> known, (Core.Usage.UsageItemKind Kind, string? Element, string Item) wanted)
    {
        var ofKind = known.Where(item => item.Item.Kind == wanted.Kind && (wanted.Element is null || Is(wanted.Element, item.Item.ElementId, item.ElementName))).ToList();
        var byId = ofKind.Where(item => string.Equals(item.Item.ItemId ?? item.Item.ElementId, wanted.Item, StringComparison.Ordinal)).ToList();
        var found = byId.Count > 0 ? byId : ofKind.Where(item => string.Equals(item.Name, wanted.Item, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count > 0 ? found.Select(item => item.Item) : throw new Core.Diagnostics.SigmaEngineException(
            Core.Diagnostics.ErrorCode.SpecItemNotFound,
            $"Data model {modelId} does not have a {wanted.Kind.ToString().ToLowerInvariant()} '{wanted.Item}'{(wanted.Element is null ? "" : $" in element '{wanted.Element}'")}.")
        { Target = wanted.Item };
    }

    private static bool Is(string wanted, string? id, string? name) => wanted == id || string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase);

    private static string Required(string? text) => string.IsNullOrWhiteSpace(text)
        ? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, "The data model or item is empty. Name a data model by ID, address or name.")
        : text!;

    private static string? Text(PSObject input, string property) => Value(input, property) is { } value && value.ToString() is { Length: > 0 } text ? text : null;

    private static object? Value(PSObject input, string property) => input.Properties[property]?.Value is PSObject wrapped ? wrapped.BaseObject : input.Properties[property]?.Value;
}
