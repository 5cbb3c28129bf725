using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS;

/// <summary>Gives a node the content of another one and keeps the objects inside it, because a user may hold a reference to them.</summary>
internal static class SpecNodeUpdate
{
    private const string Id = "id";

    /// <summary>Changes a node in place.</summary>
    /// <param name="node">The node that the user holds.</param>
    /// <param name="changed">The new content; its parts become parts of the node.</param>
    public static void Apply(SpecNode node, SpecNode changed)
    {
        var members = changed.Members.Select(member => new KeyValuePair<string, object?>(member.Key, Merge(node.GetExactly(member.Key), member.Value))).ToList();

        // The new content contains what Add-Member put on the node, which would hide it otherwise.
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

    // Items with an ID are matched by it, others by their place.
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

            // Each object is used once, also where a faulty spec has an ID twice.
            var found = byId.TryGetValue(id, out var match) ? match : null;
            byId.Remove(id);
            return found;
        }
    }

    private static string? IdOf(object? item) => NodeValueConverter.Unwrap(item) is SpecNode node ? node.GetExactly(Id) as string : null;
}
