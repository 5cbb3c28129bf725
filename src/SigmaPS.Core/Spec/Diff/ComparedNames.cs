using System;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// The display names of the two documents of a comparison. Each document names its own items; a copied item has the name of its original.
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

    /// <summary>Returns the original of a copied item; set after the old document was translated.</summary>
    public Func<JsonObject, JsonObject> Original { get; set; } = item => item;

    /// <summary>The display name of a column, metric, relationship, folder or page.</summary>
    public string Of(JsonObject item) => item.Text("name") ?? Side(item).Of(Original(item));

    /// <summary>The display name of an element.</summary>
    public string OfElement(JsonObject element) => element.Text("name") ?? Side(element).OfElement(Original(element));

    /// <summary>The display name of the element that a source refers to; its ID if the element is unknown.</summary>
    public string OfSource(JsonObject source, JsonObject within) =>
        Side(within).ElementOf(source) is { } element ? OfElement(element) : source.Text("elementId") ?? "";

    /// <summary>Whether an item has no name, or has a name that Sigma can have given it.</summary>
    public bool HasDefault(JsonObject item) => item.Text("name") is not { } name || IsDefault(item, name) == true;

    /// <summary>Whether an element has no name, or has the name that follows from its source.</summary>
    public bool HasDefaultOfElement(JsonObject element) => element.Text("name") is not { } name || IsDefault(element, name) == true;

    /// <summary>
    /// Whether two versions of one item show the same name: written out or omitted, in the warehouse's spelling or in the friendly form.
    /// </summary>
    public bool Same(JsonObject old, JsonObject now) => Shown(old) == Shown(now)
        || (old.Text("name") is { } was && now.Text("name") is null && IsDefault(now, was) == true)
        || (now.Text("name") is { } given && old.Text("name") is null && IsDefault(old, given) == true);

    /// <summary>Whether Sigma can have written out or omitted the default name.</summary>
    public bool Explains(JsonObject sent, JsonObject live) => (sent.Text("name"), live.Text("name")) switch
    {
        (null, { } given) => IsDefault(sent, given) != false,
        ({ } dropped, null) => IsDefault(sent, dropped) == true,
        _ => false,
    };

    // Null if no rule gives the default name.
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

    // A union can have its own name in addition to the one that counts its sources.
    private static bool IsOwnName(JsonObject element, string name) =>
        element.Object("source") is { } source && source.Text("kind") == "union" && source.Text("name") == name;

    private string Shown(JsonObject item) => item.Has("source") || item.Has("controlType") ? OfElement(item) : Of(item);

    private DisplayNames Side(JsonObject item) => _now.Contains(item) ? _now : _old;

    private static DisplayNames Names(JsonObject root) =>
        new(ElementIds.Objects(root, "pages").SelectMany(page => ElementIds.Objects(page, "elements")), SpecDocument.IdOf(root));
}
