using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>The protections of a write, each with the switch that lifts it.</summary>
internal static class WriteGuards
{
    /// <summary>Whether changes add an item, so that their undo is a removal.</summary>
    public static bool Adds(IEnumerable<SpecChange> changes) =>
        changes.Any(change => change.Change == ChangeKind.Added && ProtectedItems.IsProtected(change.Kind));

    /// <summary>Refuses the removal of items.</summary>
    public static SigmaEngineException? Removal(
        SpecWriteRequest request,
        string name,
        IReadOnlyList<SpecChange> changes,
        IReadOnlyList<KeyValuePair<string, string>> replacedIds)
    {
        var gone = changes
            .Where(change => change.Change == ChangeKind.Removed && ProtectedItems.IsProtected(change.Kind))
            .Concat(changes.SelectMany(GoneFrom))
            .ToList();
        var removed = string.Join("; ", new[] { ChangeFormatter.Summary(gone), Replaced(replacedIds) }.Where(text => text.Length > 0));
        return removed.Length == 0 || request.Protections.AllowRemoval
            ? null
            : Refuse(
                ErrorCode.RemovalNotAllowed,
                request,
                "AllowRemoval",
                $"This change removes items from \"{name}\" ({request.DataModelId}): {removed}. Workbooks that use them will break. To "
                    + "remove them, add -AllowRemoval.");
    }

    // The lists of an element of an unknown kind are compared as a whole.
    private static IEnumerable<SpecChange> GoneFrom(SpecChange change)
    {
        if (
            change.Kind != "element"
            || change.Old is not JsonArray old
            || ItemKind.InTable.FirstOrDefault(kind => kind.List == change.Property) is not { } kind
            || !ProtectedItems.IsProtected(kind.Name))
        {
            return Enumerable.Empty<SpecChange>();
        }

        var left = new HashSet<string>(
            (change.New as JsonArray ?? new JsonArray()).OfType<JsonObject>().Select(ElementIds.Id),
            StringComparer.Ordinal);
        return old.OfType<JsonObject>()
            .Where(item => !left.Contains(ElementIds.Id(item)))
            .Select(item => new SpecChange(
                ChangeKind.Removed,
                kind.Name,
                change.Names.Append(change.NameOf?.Invoke(item) ?? ElementIds.Id(item)).ToList(),
                change.Pointer));
    }

    private static string Replaced(IReadOnlyList<KeyValuePair<string, string>> ids) =>
        ids.Count == 0
            ? ""
            : $"{ids.Count} ID{Wording.Plural(ids.Count)} replaced "
                + $"({string.Join(", ", ids.Take(5).Select(pair => $"'{pair.Key}' by '{pair.Value}'"))}"
                + (ids.Count > 5 ? ", …)" : ")");

    /// <summary>Refuses to replace a model that contains elements which a spec cannot represent, because a PUT may delete them.</summary>
    public static SigmaEngineException? Unrepresented(SpecWriteRequest request, SpecDocument live, IEnumerable<ElementEntry> elements)
    {
        var hidden = Hidden(live, elements);
        return hidden.Count == 0 || request.Protections.AllowUnrepresented
            ? null
            : Refuse(
                ErrorCode.UnrepresentedContent,
                request,
                "AllowUnrepresented",
                $"\"{live.Name}\" ({request.DataModelId}) contains {hidden.Count} element{Wording.Plural(hidden.Count)} that a spec "
                    + $"cannot represent: {string.Join(", ", hidden.Take(5).Select(Describe))}. Replacing the content may delete them. "
                    + "To continue, add -AllowUnrepresented.");
    }

    /// <summary>The elements of a model that its spec does not contain.</summary>
    public static IReadOnlyList<ElementEntry> Hidden(SpecDocument document, IEnumerable<ElementEntry> elements)
    {
        var shown = new HashSet<string>(document.Elements.Select(ElementIds.Id), StringComparer.Ordinal);
        return elements.Where(element => !shown.Contains(element.ElementId)).ToList();
    }

    /// <summary>Refuses a value that is a list in the live model and not in the edit, in a field that the schema does not know.</summary>
    public static SigmaEngineException? LostList(SpecWriteRequest request, IReadOnlyList<SpecChange> changes)
    {
        foreach (var change in changes.Where(change => change.Change == ChangeKind.Changed))
        {
            if (Lost(change.Old, change.New, change.Property ?? "") is { } lost)
            {
                return Refuse(
                    ErrorCode.InvalidSpec,
                    request,
                    null,
                    $"'{lost.Where}' of {change.Kind} \"{string.Join(" / ", change.Names)}\" is a list in the live model, but "
                        + $"of type {lost.Now.Kind} in this spec. Put @( ) around the value.");
            }
        }

        return null;
    }

    // Find the first array that became another type. Skip items whose `kind` changed; that kind may have no array here.
    private static (string Where, JsonValue Now)? Lost(JsonValue? old, JsonValue? now, string where) =>
        (old, now) switch
        {
            (JsonArray a, JsonArray b) => a.Count != b.Count
                ? null
                : a.Select((item, i) => Lost(item, b[i], where + JsonPointer.Segment(i))).FirstOrDefault(lost => lost is not null),
            (JsonArray, not null) => (where, now),
            (JsonObject a, JsonObject b) => a.Text("kind") != b.Text("kind")
                ? null
                : a.Select(member => Lost(member.Value, b[member.Name], where + JsonPointer.Segment(member.Name)))
                    .FirstOrDefault(lost => lost is not null),
            _ => null,
        };

    private static string Describe(ElementEntry element) =>
        $"\"{element.Name ?? element.ElementId}\"" + (element.Type is null ? "" : $" ({element.Type})");

    private static SigmaEngineException Refuse(ErrorCode kind, SpecWriteRequest request, string? lift, string message) =>
        new(kind, message) { Target = request.DataModelId, Switch = lift };
}
