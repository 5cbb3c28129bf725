using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// The three-way merge: brings the difference between two documents into a third one, item by item. Pages, elements and their items are
/// matched by identity. If both sides changed the same property of one item in different ways, it reports a conflict and does not choose.
/// </summary>
public static class ThreeWayMerge
{
    /// <summary>Merges the documents.</summary>
    /// <param name="basis">The common base.</param>
    /// <param name="other">
    /// The base with the changes to bring in. To undo a change, this is the document before it and the base is the one after it.
    /// </param>
    /// <param name="live">The document that gets the changes; it keeps its own changes, IDs and server-managed fields.</param>
    /// <returns>The merged document, or the conflicts.</returns>
    public static MergeResult Merge(SpecDocument basis, SpecDocument other, SpecDocument live)
    {
        var toLive = IdTranslation.Match(basis.Root, live.Root);
        var followed = toLive.Follow(IdTranslation.Match(other.Root, basis.Root).Root);

        // Items that both sides added get the live IDs too.
        var root = IdTranslation.Match(followed, live.Root).Root;
        if (JsonTree.Same(toLive.Root.Array("pages"), live.Pages))
        {
            return new MergeResult(Document(live, root.Array("pages")!), new List<MergeConflict>());
        }

        var context = new MergeContext(toLive.Root, root, live.Root);
        var pages = Pages(context, toLive.Root, root, live.Root);
        return new MergeResult(context.Conflicts.Count > 0 ? null : Document(live, pages), context.Conflicts);
    }

    private static JsonArray Pages(MergeContext context, JsonObject basis, JsonObject other, JsonObject live)
    {
        var (b, o, l) = (LocatedObject.All(basis, "pages", ""), LocatedObject.All(other, "pages", ""),
            LocatedObject.All(live, "pages", ""));
        var pages = MergedPages.Of(context, b, o, l);
        var elements = MergedList.Of(
            MatchKeys.Elements(b),
            MatchKeys.Elements(o),
            MatchKeys.Elements(l),
            element => ElementIds.Id(element.Value),
            element => pages.KeyOf(element.Owner!));
        if (elements is null)
        {
            context.Conflicts.Add(new MergeConflict("element", new[] { "elements" }, "id")
            {
                Note = "two elements have the same ID, or one has none",
            });
            return new JsonArray();
        }

        // The order of the elements on a page is layout. If both sides changed it, the live order stays.
        var keys = elements.Merge(key => context.Conflicts.Add(Whole(context, pages, elements, key)), out _);
        return pages.Build(keys.Select(key =>
            (Page: PageOf(context, pages, elements, key), Element: Element(context, pages, elements, key)))
            .ToLookup(placed => placed.Page, placed => placed.Element));
    }

    private static JsonObject Element(MergeContext context, MergedPages pages, MergedList elements, string key)
    {
        var item = elements.Item(key);
        return item is { Base: not null, Other: not null, Live: not null }
            ? new MergedElement(context, item, Names(context, pages, elements, key)).Merge()
            : item.Live ?? item.Other!;
    }

    private static string PageOf(MergeContext context, MergedPages pages, MergedList elements, string key)
    {
        var (b, o, l) = elements.Located(key);
        if (o is null || l is null)
        {
            return pages.KeyOf((l ?? o)!.Owner!);
        }

        var (wanted, current) = (pages.KeyOf(o.Owner!), pages.KeyOf(l.Owner!));
        var was = b is null ? wanted : pages.KeyOf(b.Owner!);
        if (was == current || wanted == current)
        {
            return wanted;
        }

        if (was != wanted)
        {
            context.Conflicts.Add(new MergeConflict(MergedElement.KindOf(l.Value), Names(context, pages, elements, key), "page")
            {
                Base = new JsonString(pages.NameOf(was)),
                Other = new JsonString(pages.NameOf(wanted)),
                Live = new JsonString(pages.NameOf(current)),
            });
        }

        return current;
    }

    private static MergeConflict Whole(MergeContext context, MergedPages pages, MergedList elements, string key)
    {
        var item = elements.Item(key);
        var conflict = new MergeConflict(MergedElement.KindOf(item.Live ?? item.Other ?? item.Base!),
            Names(context, pages, elements, key), null);
        var (b, o, l) = elements.Located(key);
        JsonString? Page(LocatedObject? element) => element is null ? null : new JsonString(pages.NameOf(pages.KeyOf(element.Owner!)));
        var isMoved = item is { Other: null, IsStillLive: true } or { Live: null, IsUnchanged: true }
            or { Base: null, IsAlreadyLive: true };
        return isMoved ? conflict with { Property = "page", Base = Page(b), Other = Page(o), Live = Page(l) } : conflict with
        {
            Base = item.Base,
            Other = item.Other,
            Live = item.Live,
        };
    }

    private static string[] Names(MergeContext context, MergedPages pages, MergedList elements, string key)
    {
        var (b, o, l) = elements.Located(key);
        return new[] { pages.NameOf(pages.KeyOf((l ?? o ?? b)!.Owner!)), context.NameOfElement(elements.Item(key)) };
    }

    // Copy the value, because a write changes its document in place.
    private static SpecDocument Document(SpecDocument live, JsonArray pages)
    {
        var root = new JsonObject();
        foreach (var member in live.Root)
        {
            root.Add(member.Name, member.Name == "pages" ? pages : member.Value);
        }

        return SpecDocument.From(JsonTree.Copy(root), "The merged document");
    }
}
