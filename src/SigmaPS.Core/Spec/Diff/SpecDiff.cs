using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Compares two representations by identity. Key order, page ids, defaults and the service's own fields do not count.</summary>
public sealed class SpecDiff
{
    private readonly List<SpecChange> _changes = new();
    private readonly List<KeyValuePair<string, string>> _renewed = new();

    private SpecDiff()
    {
    }

    /// <summary>Compares.</summary>
    /// <param name="old">What was.</param>
    /// <param name="now">What is, or shall be.</param>
    /// <returns>The differences; none for representations that mean the same.</returns>
    public static SpecComparison Compare(SpecDocument old, SpecDocument now)
    {
        var diff = new SpecDiff();
        diff.Pages(old, now);
        return new SpecComparison(diff._changes, diff._renewed);
    }

    private void Pages(SpecDocument old, SpecDocument now)
    {
        var before = Located.All(old.Root, "pages", "");
        var after = Located.All(now.Root, "pages", "");
        var pages = Pairing.Of(before, after, ElementIds.Id, page => page.Text("name") ?? "");
        Came(pages, "page", EffectiveName.Of, Array.Empty<string>());
        foreach (var (was, now1) in pages.Pairs)
        {
            Properties(was.Value, now1, "page", new[] { EffectiveName.Of(now1.Value) }, name => name is "id" or "elements", EffectiveName.Of);
        }

        if (pages.FirstMoved is { } first)
        {
            _changes.Add(new SpecChange(ChangeKind.Moved, "page", new[] { EffectiveName.Of(first.Value) }, first.Pointer) { Property = "order" });
        }

        var same = pages.Pairs.ToDictionary(pair => pair.New, pair => pair.Old);
        var elements = Pairing.Of(Elements(before), Elements(after), ElementIds.Id, Likeness);
        foreach (var gone in elements.Removed)
        {
            _changes.Add(new SpecChange(ChangeKind.Removed, KindOf(gone.Value), PathOf(gone), gone.Pointer) { Old = gone.Value });
        }

        foreach (var added in elements.Added)
        {
            _changes.Add(new SpecChange(ChangeKind.Added, KindOf(added.Value), PathOf(added), added.Pointer) { New = added.Value });
        }

        foreach (var (was, is1) in elements.Pairs)
        {
            Renewed(was.Value, is1.Value, "id");
            if (!(same.TryGetValue(is1.Owner!, out var page) && page == was.Owner))
            {
                _changes.Add(new SpecChange(ChangeKind.Moved, KindOf(is1.Value), PathOf(is1), is1.Pointer) { Property = "page", Old = new JsonString(EffectiveName.Of(was.Owner!.Value)), New = new JsonString(EffectiveName.Of(is1.Owner!.Value)) });
            }

            Element(was, is1);
        }
    }

    private void Element(Located old, Located now)
    {
        var names = PathOf(now);
        var isTable = now.Value.Text("kind") == "table" && old.Value.Text("kind") == "table";
        Properties(old.Value, now, KindOf(now.Value), names, name => name == "id" || (isTable && (name == "order" || ItemKind.InTable.Any(kind => kind.List == name))), EffectiveName.OfElement);
        if (!isTable)
        {
            return;
        }

        foreach (var kind in ItemKind.InTable)
        {
            var items = Pairing.Of(Located.All(old.Value, kind.List, old.Pointer), Located.All(now.Value, kind.List, now.Pointer), item => item.Text(kind.Id) ?? "", kind.Likeness);
            Came(items, kind.Name, kind.Likeness, names);
            foreach (var (was, is1) in items.Pairs)
            {
                Renewed(was.Value, is1.Value, kind.Id);
                Properties(was.Value, is1, kind.Name, names.Append(kind.Likeness(is1.Value)).ToArray(), name => name == kind.Id, kind.HasName ? kind.Likeness : null);
            }

            if (kind.OrderCounts && items.FirstMoved is not null)
            {
                _changes.Add(new SpecChange(ChangeKind.Changed, KindOf(now.Value), names, now.Pointer + JsonPointer.Segment(kind.List)) { Property = kind.List, Old = old.Value[kind.List], New = now.Value[kind.List] });
            }
        }

        if (!ColumnOrder.Same(old.Value, now.Value))
        {
            _changes.Add(new SpecChange(ChangeKind.Moved, KindOf(now.Value), names, now.Pointer + "/order") { Property = "order", Old = old.Value["order"], New = now.Value["order"] });
        }
    }

    private void Came(Pairing items, string kind, Func<JsonObject, string> nameOf, IReadOnlyList<string> inside)
    {
        foreach (var gone in items.Removed)
        {
            _changes.Add(new SpecChange(ChangeKind.Removed, kind, inside.Append(nameOf(gone.Value)).ToArray(), gone.Pointer) { Old = gone.Value });
        }

        foreach (var added in items.Added)
        {
            _changes.Add(new SpecChange(ChangeKind.Added, kind, inside.Append(nameOf(added.Value)).ToArray(), added.Pointer) { New = added.Value });
        }
    }

    private void Properties(JsonObject old, Located now, string kind, IReadOnlyList<string> names, Func<string, bool> skip, Func<JsonObject, string>? nameOf)
    {
        foreach (var name in now.Value.Select(member => member.Name).Concat(old.Select(member => member.Name)).Distinct(StringComparer.Ordinal).ToList())
        {
            if (skip(name) || Defaults.Same(name, old[name], now.Value[name]))
            {
                continue;
            }

            var pointer = now.Pointer + JsonPointer.Segment(name);
            if (name != "name" || nameOf is null)
            {
                _changes.Add(new SpecChange(ChangeKind.Changed, kind, names, pointer) { Property = name, Old = old[name], New = now.Value[name] });
            }
            else if (nameOf(old) != nameOf(now.Value))
            {
                _changes.Add(new SpecChange(ChangeKind.Renamed, kind, names, pointer) { Property = name, Old = new JsonString(nameOf(old)), New = new JsonString(nameOf(now.Value)) });
            }
        }
    }

    private void Renewed(JsonObject old, JsonObject now, string key)
    {
        if (old.Text(key) is { } before && now.Text(key) is { } after && before != after)
        {
            _renewed.Add(new KeyValuePair<string, string>(before, after));
        }
    }

    private static List<Located> Elements(List<Located> pages) => pages.SelectMany(page => Located.All(page.Value, "elements", page.Pointer, page)).ToList();

    private static string KindOf(JsonObject element) => element.Text("kind") == "control" ? "control" : "element";

    private static string[] PathOf(Located element) => new[] { EffectiveName.Of(element.Owner!.Value), EffectiveName.OfElement(element.Value) };

    // Name and kind of source: two elements over one table stay apart when they have names of their own.
    private static string Likeness(JsonObject element) =>
        element.Text("kind") + " " + element.Text("controlType") + " " + element.Object("source")?.Text("kind") + " " + EffectiveName.OfElement(element);
}
