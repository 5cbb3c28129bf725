using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Compares two specs by identity. Key order, page IDs, defaults and server-managed fields are ignored.</summary>
public sealed class SpecDiff
{
    private readonly ChangeList _changes;
    private readonly List<ReassignedId> _renewed = new();
    private readonly IdTranslation _old;
    private readonly ComparedNames _names;

    private SpecDiff(IdTranslation old)
    {
        _old = old;
        _names = old.Names;
        _changes = new ChangeList(old.Original, _names);
    }

    /// <summary>Compares two specs.</summary>
    /// <param name="old">The state before.</param>
    /// <param name="now">The current or desired state.</param>
    /// <returns>The differences; none if both specs have the same meaning.</returns>
    public static SpecComparison Compare(SpecDocument old, SpecDocument now)
    {
        var diff = new SpecDiff(IdTranslation.Match(old.Root, now.Root));
        diff.Pages(now.Root);
        return new SpecComparison(diff._changes.All, diff._renewed);
    }

    /// <summary>
    /// A document with the IDs of another one: items in both documents keep their content and get the other ID, and all references
    /// follow.
    /// </summary>
    /// <param name="document">The document; it is not changed.</param>
    /// <param name="other">The document with the IDs.</param>
    /// <returns>The document itself if no ID differs.</returns>
    public static SpecDocument InIdsOf(SpecDocument document, SpecDocument other)
    {
        var root = IdTranslation.Match(document.Root, other.Root).Root;
        return ReferenceEquals(root, document.Root) ? document : SpecDocument.From(root, "The translated document");
    }

    private void Pages(JsonObject now)
    {
        var before = LocatedObject.All(_old.Root, "pages", "");
        var after = LocatedObject.All(now, "pages", "");
        var pages = ItemMatching.Match(before, after, ElementIds.Id, page => page.Text("name") ?? "", FirstElement);
        _changes.AddAddedAndRemoved(pages, _ => "page", PageName, PageName);
        foreach (var (was, is1) in pages.Pairs)
        {
            _changes.Properties(was.Value, is1, "page", () => PageName(is1), name => name is "id" or "elements", _names.Of);
        }

        if (pages.FirstMoved is { } first)
        {
            _changes.Add(new SpecChange(ChangeKind.Moved, "page", PageName(first), first.Pointer) { Property = "order" });
        }

        var same = pages.Pairs.ToDictionary(pair => pair.New, pair => pair.Old);
        var elements = MatchKeys.Pair(MatchKeys.Elements(before), MatchKeys.Elements(after), _names);
        _changes.AddAddedAndRemoved(elements, KindOf, PathOf, PathOf);
        foreach (var (was, is1) in elements.Pairs)
        {
            Renewed("element", was, was, is1);
            if (!(same.TryGetValue(is1.Owner!, out var page) && page == was.Owner))
            {
                _changes.Add(
                    new SpecChange(ChangeKind.Moved, KindOf(is1.Value), PathOf(is1), is1.Pointer)
                    {
                        Property = "page",
                        Old = new JsonString(_names.Of(_old.Original(was.Owner!.Value))),
                        New = new JsonString(_names.Of(is1.Owner!.Value)),
                    });
            }

            Element(was, is1);
        }
    }

    private void Element(LocatedObject old, LocatedObject now)
    {
        var kinds = ItemKind.Shared(old.Value, now.Value).ToList();
        _changes.Properties(
            old.Value,
            now,
            KindOf(now.Value),
            () => PathOf(now),
            name => name == "id" || (kinds.Count > 0 && (name == "order" || kinds.Exists(kind => kind.List == name))),
            _names.OfElement);
        if (kinds.Count == 0)
        {
            return;
        }

        var before = new ColumnNames(_old.Original(old.Value), _names);
        var after = new ColumnNames(now.Value, _names);
        foreach (var kind in kinds)
        {
            var items = kind.Pair(old, now, _names);
            _changes.AddAddedAndRemoved(
                items,
                _ => kind.Name,
                item => PathOf(now, kind.NameOf(_old.Original(item.Value), before, _names)),
                item => PathOf(now, kind.NameOf(item.Value, after, _names)));
            foreach (var (was, is1) in items.Pairs)
            {
                Renewed(kind.Name, old, was, is1);
                _changes.Properties(
                    was.Value,
                    is1,
                    kind.Name,
                    () => PathOf(now, kind.NameOf(is1.Value, after, _names)),
                    name => name == kind.Id,
                    kind.HasName ? item => kind.NameOf(item, after, _names) : null);
            }

            if (kind.OrderCounts && items.FirstMoved is not null)
            {
                _changes.Add(
                    new SpecChange(ChangeKind.Changed, KindOf(now.Value), PathOf(now), now.Pointer + JsonPointer.Segment(kind.List))
                    {
                        Property = kind.List,
                        Old = _old.Original(old.Value)[kind.List],
                        New = now.Value[kind.List],
                    });
            }
        }

        if (!ColumnOrder.Same(old.Value, now.Value))
        {
            _changes.Add(
                new SpecChange(ChangeKind.Moved, KindOf(now.Value), PathOf(now), now.Pointer + "/order")
                {
                    Property = "order",
                    Old = _old.Original(old.Value)["order"],
                    New = now.Value["order"],
                });
        }
    }

    // Items that match by ID in the translated copy had another ID before. A sort does not have an ID of its own.
    private void Renewed(string kind, LocatedObject element, LocatedObject old, LocatedObject now)
    {
        var (before, after) = (ElementIds.Id(_old.Original(old.Value)), ElementIds.Id(now.Value));
        if (before.Length > 0 && after.Length > 0 && before != after)
        {
            _renewed.Add(new ReassignedId(kind, ElementIds.Id(_old.Original(element.Value)), before, after));
        }
    }

    // A page gets another ID at every save, so its elements identify a page that was also renamed.
    private static string FirstElement(JsonObject page) =>
        ElementIds.Objects(page, "elements").Select(ElementIds.Id).FirstOrDefault() ?? "";

    private static string KindOf(JsonObject element) => element.Text("kind") == "control" ? "control" : "element";

    private string[] PageName(LocatedObject page) => new[] { _names.Of(page.Value) };

    private string[] PathOf(LocatedObject element) => new[] { _names.Of(element.Owner!.Value), _names.OfElement(element.Value) };

    private string[] PathOf(LocatedObject element, string name) =>
        new[] { _names.Of(element.Owner!.Value), _names.OfElement(element.Value), name };
}
