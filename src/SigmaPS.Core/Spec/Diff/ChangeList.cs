using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Collects what a comparison finds. Names are worked out only for what has changed.</summary>
internal sealed class ChangeList
{
    private readonly List<SpecChange> _changes = new();
    private readonly Func<JsonObject, JsonObject> _original;
    private readonly ComparedNames _names;

    /// <summary>Makes an empty list.</summary>
    /// <param name="original">An old item as the old document has it, for the values that a person is shown.</param>
    /// <param name="names">The display names of both documents.</param>
    public ChangeList(Func<JsonObject, JsonObject> original, ComparedNames names)
    {
        _original = original;
        _names = names;
    }

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<SpecChange> All => _changes;

    /// <summary>Notes a change.</summary>
    public void Add(SpecChange change) => _changes.Add(change);

    /// <summary>Notes what only one of two lists has.</summary>
    /// <param name="items">The lists, paired.</param>
    /// <param name="kind">What kind of thing each is.</param>
    /// <param name="before">The names on the way down to a thing of the old list.</param>
    /// <param name="after">The names on the way down to a thing of the new list.</param>
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

    /// <summary>Notes each property in which a thing differs.</summary>
    /// <param name="old">The thing before.</param>
    /// <param name="now">The thing after.</param>
    /// <param name="kind">What kind of thing it is.</param>
    /// <param name="names">The names on the way down to it.</param>
    /// <param name="skip">Properties that do not count or are compared elsewhere.</param>
    /// <param name="nameOf">Its display name; null when it has none, so that "name" is a property like any other.</param>
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
