using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Merges the pages and finds the page of each element. A page gets another ID at each save, so names and elements identify it.
/// </summary>
internal sealed class MergedPages
{
    private readonly MergeContext _context;
    private readonly MergedList _pages;
    private readonly Dictionary<LocatedObject, string> _keys;
    private readonly List<string> _order;

    private MergedPages(MergeContext context, MergedList pages, Dictionary<LocatedObject, string> keys)
    {
        _context = context;
        _pages = pages;
        _keys = keys;
        _order = pages.Merge(Clashes, out var isConflict);
        if (isConflict)
        {
            context.Conflicts.Add(new MergeConflict("page", new[] { "pages" }, "order"));
        }
    }

    /// <summary>Merges the pages of three documents.</summary>
    public static MergedPages Of(MergeContext context, List<LocatedObject> basis, List<LocatedObject> other, List<LocatedObject> live)
    {
        var keys = new Dictionary<LocatedObject, string>();
        foreach (var page in basis)
        {
            keys.Add(page, "b" + page.Pointer);
        }

        foreach (var (side, sign) in new[] { (live, "l"), (other, "o") })
        {
            foreach (var (was, now) in Pair(basis, side))
            {
                keys.Add(now, keys[was]);
            }

            foreach (var page in side.Where(page => !keys.ContainsKey(page)))
            {
                keys.Add(page, sign + page.Pointer);
            }
        }

        // Both sides can have added the same page.
        foreach (var (added, now) in Pair(other.Where(page => keys[page][0] == 'o').ToList(),
            live.Where(page => keys[page][0] == 'l').ToList()))
        {
            keys[added] = keys[now];
        }

        return new MergedPages(context, MergedList.Of(basis, other, live, page => keys[page])!, keys);
    }

    /// <summary>The key of a page.</summary>
    public string KeyOf(LocatedObject page) => _keys[page];

    /// <summary>The display name of a page.</summary>
    public string NameOf(string key) => _context.NameOf(_pages.Item(key));

    /// <summary>The merged pages with their elements.</summary>
    /// <param name="elements">The merged elements by the keys of their pages.</param>
    public JsonArray Build(ILookup<string, JsonObject> elements)
    {
        foreach (var missing in elements.Select(group => group.Key).Where(key => !_order.Contains(key)))
        {
            // One side removed the page, and the other one has an element on it.
            Clashes(missing);
        }

        var pages = new JsonArray();
        foreach (var key in _order)
        {
            var page = _pages.Item(key);
            var merged = page is { Base: not null, Other: not null, Live: not null }
                ? MergedItem.Merge(
                    _context,
                    page,
                    name => name is "id" or "elements",
                    property => new MergeConflict("page", new[] { NameOf(key) }, property))
                : Copy(page.Live ?? page.Other!);
            var list = new JsonArray();
            foreach (var element in elements[key])
            {
                list.Add(element);
            }

            if (list.Count > 0 || merged.Has("elements"))
            {
                merged.Set("elements", list);
            }

            pages.Add(merged);
        }

        return pages;
    }

    private void Clashes(string key)
    {
        var page = _pages.Item(key);
        var (b, o, l) = (Own(page.Base), Own(page.Other), Own(page.Live));
        var isClash = _order?.Contains(key) == false || page switch
        {
            { Base: null } => !Defaults.Same("", o, l),
            { Other: null } => !Defaults.Same("", b, l),
            _ => !Defaults.Same("", b, o),
        };
        if (isClash)
        {
            _context.Conflicts.Add(new MergeConflict("page", new[] { NameOf(key) }, null) { Base = b, Other = o, Live = l });
        }
    }

    // The page without its elements, which are merged one by one.
    private static JsonObject? Own(JsonObject? page)
    {
        if (page is null)
        {
            return null;
        }

        var own = Copy(page);
        own.Remove("id");
        own.Remove("elements");
        return own;
    }

    private static JsonObject Copy(JsonObject page)
    {
        var copy = new JsonObject();
        foreach (var member in page)
        {
            copy.Add(member.Name, member.Value);
        }

        return copy;
    }

    private static IReadOnlyList<(LocatedObject Old, LocatedObject New)> Pair(List<LocatedObject> old, List<LocatedObject> now) =>
        ItemMatching.Match(old, now, ElementIds.Id, page => page.Text("name") ?? "", FirstElement).Pairs;

    private static string FirstElement(JsonObject page) =>
        ElementIds.Objects(page, "elements").Select(ElementIds.Id).FirstOrDefault() ?? "";
}
