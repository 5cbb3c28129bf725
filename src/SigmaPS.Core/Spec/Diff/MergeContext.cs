using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The three documents of a merge with the same IDs, and the conflicts so far.</summary>
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

    /// <summary>The display name of an element of one of these documents.</summary>
    public string NameOfElement(ItemTriple element) => element.Live is { } live ? _since.OfElement(live)
        : _change.OfElement(element.Other ?? element.Base!);

    /// <summary>Whether a property is the same in the base and on the other side.</summary>
    public bool IsUnchanged(string property, ItemTriple item) => Same(_change, property, item.Base!, item.Other!);

    /// <summary>Whether a property is the same in the base and in the live document.</summary>
    public bool IsStillLive(string property, ItemTriple item) => Same(_since, property, item.Base!, item.Live!);

    /// <summary>Whether a property is the same in the live document and on the other side.</summary>
    public bool IsAlreadyLive(string property, ItemTriple item) => Same(_both, property, item.Other!, item.Live!);

    // A default name is the same name whether Sigma writes it out or omits it.
    private static bool Same(ComparedNames names, string property, JsonObject a, JsonObject b) =>
        Defaults.Same(property, a[property], b[property]) || (property == "name" && names.Same(a, b));
}
