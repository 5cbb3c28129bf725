using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The three documents of a merge, in one set of IDs, and the conflicts found so far.</summary>
internal sealed class MergeContext
{
    private readonly ComparedNames _change;
    private readonly ComparedNames _since;
    private readonly ComparedNames _both;

    public MergeContext(JsonObject basis, JsonObject other, JsonObject live)
    {
        _change = new ComparedNames(basis, other);
        _since = new ComparedNames(basis, live);
        _both = new ComparedNames(other, live);
    }

    /// <summary>The conflicts, in the order in which they were found.</summary>
    public List<MergeConflict> Conflicts { get; } = new();

    /// <summary>The display name of an item of the live or the other document, or of the base.</summary>
    public string NameOf(ItemTriple item) => item.Live is { } live ? _since.Of(live) : _change.Of(item.Other ?? item.Base!);

    /// <summary>The display name of an element, likewise.</summary>
    public string NameOfElement(ItemTriple element) => element.Live is { } live ? _since.OfElement(live)
        : _change.OfElement(element.Other ?? element.Base!);

    /// <summary>Whether the other side left a property as it is in the base.</summary>
    public bool IsUnchanged(string property, ItemTriple item) => Same(_change, property, item.Base!, item.Other!);

    /// <summary>Whether the live document has a property as it is in the base.</summary>
    public bool IsStillLive(string property, ItemTriple item) => Same(_since, property, item.Base!, item.Live!);

    /// <summary>Whether the live document has a property as the other side has it.</summary>
    public bool IsAlreadyLive(string property, ItemTriple item) => Same(_both, property, item.Other!, item.Live!);

    // A default name that the service writes out, or leaves out, is the same name.
    private static bool Same(ComparedNames names, string property, JsonObject a, JsonObject b) =>
        Defaults.Same(property, a[property], b[property]) || (property == "name" && names.Same(a, b));
}
