using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS;

/// <summary>Updates a node with new content and keeps the objects inside it, because a user may have references to them.</summary>
internal static class SpecNodeUpdate
{
    private const string Id = "id";

    /// <summary>Changes a node in place.</summary>
    /// <param name="node">The user's node.</param>
    /// <param name="changed">The new content; its parts become parts of the node.</param>
    public static void Apply(SpecNode node, SpecNode changed)
    {
        var members = changed
            .Members.Select(member => new KeyValuePair<string, object?>(member.Key, Merge(node.GetExactly(member.Key), member.Value)))
            .ToList();

        // The new content includes the added members, which would otherwise hide it.
        NoteProperties.Clear(node);
        node.Replace(members);
    }

    private static object? Merge(object? current, object? changed)
    {
        switch (NodeValueConverter.Unwrap(current), NodeValueConverter.Unwrap(changed))
        {
            case (SpecNode node, SpecNode content):
                Apply(node, content);
                return current;
            case (SpecList list, SpecList content):
                Apply(list, content);
                return current;
            default:
                return changed;
        }
    }

    // Match items by ID, others by index.
    private static void Apply(SpecList list, SpecList changed)
    {
        var byId = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var item in list.Where(item => IdOf(item) is not null))
        {
            byId[IdOf(item)!] = item!;
        }

        var items = new List<object?>(changed.Count);
        for (var i = 0; i < changed.Count; i++)
        {
            items.Add(Merge(Find(changed[i], i), changed[i]));
        }

        list.Clear();
        items.ForEach(list.Add);

        object? Find(object? item, int place)
        {
            if (IdOf(item) is not { } id)
            {
                return place < list.Count && IdOf(list[place]) is null ? list[place] : null;
            }

            // Use each object once, even if an invalid spec has a duplicate ID.
            var found = byId.TryGetValue(id, out var match) ? match : null;
            byId.Remove(id);
            return found;
        }
    }

    private static string? IdOf(object? item) => NodeValueConverter.Unwrap(item) is SpecNode node ? node.GetExactly(Id) as string : null;
}
