using System;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// The display names of the two documents of a comparison. Each item is named by its own document; a translated copy by its original.
/// </summary>
internal sealed class ComparedNames
{
    private readonly DisplayNames _old;
    private readonly DisplayNames _now;

    public ComparedNames(JsonObject old, JsonObject now)
    {
        _old = Names(old);
        _now = Names(now);
    }

    /// <summary>The original of a copied item; set once the old document is translated.</summary>
    public Func<JsonObject, JsonObject> Original { get; set; } = item => item;

    /// <summary>The display name of a column, metric, relationship, folder or page.</summary>
    public string Of(JsonObject item) => item.Text("name") ?? Side(item).Of(Original(item));

    /// <summary>The display name of an element.</summary>
    public string OfElement(JsonObject element) => element.Text("name") ?? Side(element).OfElement(Original(element));

    /// <summary>The display name of the element that a source names; its ID where it is not known.</summary>
    public string OfSource(JsonObject source, JsonObject within) =>
        Side(within).ElementOf(source) is { } element ? OfElement(element) : source.Text("elementId") ?? "";

    /// <summary>Whether an item has no name, or one that Sigma can have given it.</summary>
    public bool HasDefault(JsonObject item) => item.Text("name") is not { } name || IsDefault(item, name) == true;

    /// <summary>Whether an element has no name, or one that follows from its source.</summary>
    public bool HasDefaultOfElement(JsonObject element) => element.Text("name") is not { } name || IsDefault(element, name) == true;

    /// <summary>
    /// Whether two states of one item show the same name: written out or not, in the warehouse's spelling or the friendly one.
    /// </summary>
    public bool Same(JsonObject old, JsonObject now) => Shown(old) == Shown(now)
        || (old.Text("name") is { } was && now.Text("name") is null && IsDefault(now, was) == true)
        || (now.Text("name") is { } given && old.Text("name") is null && IsDefault(old, given) == true);

    /// <summary>Whether the service can have written a default name out, or left it out.</summary>
    public bool Explains(JsonObject sent, JsonObject live) => (sent.Text("name"), live.Text("name")) switch
    {
        (null, { } given) => IsDefault(sent, given) != false,
        ({ } dropped, null) => IsDefault(sent, dropped) == true,
        _ => false,
    };

    // Null: no rule gives the default name.
    private bool? IsDefault(JsonObject item, string name)
    {
        var side = Side(item);
        var original = Original(item);
        if (item.Has("source"))
        {
            return side.DefaultOfElement(original) is { } shown ? name == shown || IsOwnName(original, name) : null;
        }

        return side.Default(original) is { } known ? name == known.Text || known.Aliases.Contains(name)
            : item.Text("formula") is { } formula && name == formula ? true : null;
    }

    // A union can have a name of its own beside the one that counts its sources.
    private static bool IsOwnName(JsonObject element, string name) =>
        element.Object("source") is { } source && source.Text("kind") == "union" && source.Text("name") == name;

    private string Shown(JsonObject item) => item.Has("source") || item.Has("controlType") ? OfElement(item) : Of(item);

    private DisplayNames Side(JsonObject item) => _now.Contains(item) ? _now : _old;

    private static DisplayNames Names(JsonObject root) =>
        new(ElementIds.Objects(root, "pages").SelectMany(page => ElementIds.Objects(page, "elements")), SpecDocument.IdOf(root));
}
