using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>The errors of edits whose messages are longer than one line.</summary>
internal static class EditErrors
{
    private const int MostReasons = 10;

    /// <summary>The element does not have the columns.</summary>
    /// <param name="element">The element's name.</param>
    /// <param name="missing">The columns.</param>
    /// <param name="existing">The columns that it has.</param>
    public static SigmaEngineException NoColumns(string element, IReadOnlyList<string> missing, IEnumerable<string> existing)
    {
        var names = string.Join(", ", missing.Select(name => $"'{name}'"));
        return new SigmaEngineException(
            ErrorCode.SpecItemNotFound,
            $"\"{element}\" does not have the column{Wording.Plural(missing.Count)} {names}. "
                + $"It has {EditTargetResolver.Named(existing)}.")
        {
            Target = missing[0],
        };
    }

    /// <summary>A list of objects contains null.</summary>
    /// <param name="list">The name of the list.</param>
    /// <param name="pointer">The place of the list.</param>
    /// <param name="index">The place of the null in the list.</param>
    public static SigmaEngineException NullInList(string list, string pointer, int index) => new(
        ErrorCode.SpecListIsNull,
        $"'{list}' contains null at {pointer}{JsonPointer.Segment(index)}, because an item without a value was added "
            + "to the list. Remove the item, or give it a value.")
    {
        Target = pointer,
    };

    /// <summary>Other items refer to elements that an edit removes.</summary>
    /// <param name="reasons">A clause for each element.</param>
    /// <param name="target">The first element's name.</param>
    public static SigmaEngineException ElementsInUse(IReadOnlyList<string> reasons, string target) =>
        InUse("No element was removed", reasons, target);

    /// <summary>Other items refer to columns or metrics that an edit removes.</summary>
    /// <param name="kind">The name of their kind for people.</param>
    /// <param name="element">The element's name.</param>
    /// <param name="reasons">A clause for each column or metric.</param>
    /// <param name="target">The first one's name.</param>
    public static SigmaEngineException ItemsInUse(string kind, string element, IReadOnlyList<string> reasons, string target) =>
        InUse($"No {kind} was removed from \"{element}\"", reasons, target);

    /// <summary>A new column or metric would change the meaning of references.</summary>
    public static SigmaEngineException NotAdded(string name, IEnumerable<string> references, string element) => EditTargetResolver.Fault(
        $"'{name}' cannot be added, because these references would change their meaning: {EditTargetResolver.Named(references)}. "
            + "Choose another name.",
        element);

    /// <summary>New sources would change the meaning of references.</summary>
    public static SigmaEngineException SourcesNotReplaced(IReadOnlyList<string> references) => EditTargetResolver.Fault(
        "The sources cannot be replaced, because these references would change their meaning: "
            + $"{EditTargetResolver.Named(references)}. Check whether two sources of one element get the same table name.",
        references[0]);

    private static SigmaEngineException InUse(string result, IReadOnlyList<string> reasons, string target)
    {
        var shown = string.Join("; ", reasons.Take(MostReasons)) + Wording.More(reasons.Count, MostReasons, "; and ");
        return EditTargetResolver.Fault($"{result}: {shown}. Change or remove those first.", target);
    }
}
