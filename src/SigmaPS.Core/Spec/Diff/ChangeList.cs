using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Collects the changes that a comparison finds. It computes names only for changed items.</summary>
/// <param name="original">Returns the item of the old document for a copied item, so that a person sees the original values.</param>
/// <param name="names">The display names of both documents.</param>
internal sealed class ChangeList(Func<JsonObject, JsonObject> original, ComparedNames names)
{
    private readonly List<SpecChange> _changes = new();
    private readonly Func<JsonObject, JsonObject> _original = original;
    private readonly ComparedNames _names = names;

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<SpecChange> All => _changes;

    /// <summary>Adds a change.</summary>
    public void Add(SpecChange change) => _changes.Add(change);

    /// <summary>Adds the items that only one of two lists contains.</summary>
    /// <param name="items">The matched lists.</param>
    /// <param name="kind">The kind of the items.</param>
    /// <param name="before">The names of the objects around an item of the old list.</param>
    /// <param name="after">The names of the objects around an item of the new list.</param>
    public void AddAddedAndRemoved(
        ItemMatching items,
        Func<JsonObject, string> kind,
        Func<LocatedObject, IReadOnlyList<string>> before,
        Func<LocatedObject, IReadOnlyList<string>> after)
    {
        foreach (var gone in items.Removed)
        {
            _changes.Add(new SpecChange(ChangeKind.Removed, kind(gone.Value), before(gone), gone.Pointer) { Old = _original(gone.Value) });
        }

        foreach (var added in items.Added)
        {
            _changes.Add(new SpecChange(ChangeKind.Added, kind(added.Value), after(added), added.Pointer) { New = added.Value });
        }
    }

    /// <summary>Adds each property that differs between two versions of an item.</summary>
    /// <param name="old">The item before.</param>
    /// <param name="now">The item after.</param>
    /// <param name="kind">The kind of the item.</param>
    /// <param name="names">The names of the objects around it, and its own name last.</param>
    /// <param name="skip">Properties that are ignored or compared elsewhere.</param>
    /// <param name="nameOf">Returns its display name; null if the kind has none, so that "name" is an ordinary property.</param>
    public void Properties(
        JsonObject old,
        LocatedObject now,
        string kind,
        Func<IReadOnlyList<string>> names,
        Func<string, bool> skip,
        Func<JsonObject, string>? nameOf)
    {
        var was = _original(old);
        foreach (
            var name in now.Value.Select(member => member.Name).Concat(old.Select(member => member.Name)).Distinct(StringComparer.Ordinal))
        {
            if (skip(name) || Defaults.Same(name, old[name], now.Value[name]))
            {
                continue;
            }

            var pointer = now.Pointer + JsonPointer.Segment(name);
            if (name != "name" || nameOf is null)
            {
                _changes.Add(
                    new SpecChange(ChangeKind.Changed, kind, names(), pointer)
                    {
                        Property = name,
                        Old = was[name],
                        New = now.Value[name],
                        Was = was,
                        Is = now.Value,
                        NameOf = _names.Of,
                    });
            }
            else if (!_names.Same(old, now.Value))
            {
                _changes.Add(
                    new SpecChange(ChangeKind.Renamed, kind, names(), pointer)
                    {
                        Property = name,
                        Old = new JsonString(nameOf(was)),
                        New = new JsonString(nameOf(now.Value)),
                        Was = was,
                        Is = now.Value,
                        IsDefaultName = _names.Explains(old, now.Value),
                    });
            }
        }
    }
}
