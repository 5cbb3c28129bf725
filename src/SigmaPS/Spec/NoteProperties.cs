using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>The members that Add-Member added to a node. They belong to the PSObject and not to the node, so code that writes the node
/// must read them too.</summary>
internal static class NoteProperties
{
    /// <summary>The members of a node and the added ones. An added value replaces the node's own, under the node's spelling of the
    /// name.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> AllOf(SpecNode node)
    {
        var notes = FindNotes(node);
        if (notes is not { Count: > 0 })
        {
            return node.Members;
        }

        var all = new List<KeyValuePair<string, object?>>(node.Members);
        foreach (var note in notes)
        {
            var place = node.PlaceOf(note.Key);
            if (place >= 0)
            {
                all[place] = new KeyValuePair<string, object?>(all[place].Key, note.Value);
            }
            else
            {
                all.Add(note);
            }
        }

        return all;
    }

    /// <summary>The added value of a name; null if there is none.</summary>
    public static PSPropertyInfo? Find(SpecNode node, string name) =>
        InstanceMembers.MayHaveAny(node) && PSObject.AsPSObject(node).Properties[name] is { IsInstance: true } note ? note : null;

    /// <summary>Removes the added members of a node, after their values became keys of the node.</summary>
    public static void Clear(SpecNode node) => FindNotes(node)?.ForEach(note => PSObject.AsPSObject(node).Properties.Remove(note.Key));

    // The keys of the node are properties too; only a member that was added belongs to the instance.
    private static List<KeyValuePair<string, object?>>? FindNotes(SpecNode node) =>
        !InstanceMembers.MayHaveAny(node)
            ? null
            : PSObject
                .AsPSObject(node)
                .Properties.Where(property => property.IsInstance && property.IsGettable)
                .Select(note => new KeyValuePair<string, object?>(note.Name, NodeValueConverter.Plain(NodeValueConverter.GetValue(note))))
                .ToList();
}
