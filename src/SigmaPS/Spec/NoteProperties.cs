using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>What Add-Member put on a node. It stands on the PSObject and not in the node, so whoever writes the node has to look there too.</summary>
internal static class NoteProperties
{
    [ThreadStatic]
    private static bool _looking;

    /// <summary>Whether only what was added is asked for: the node's own keys keep silent then.</summary>
    public static bool KeysAreSilent => _looking;

    /// <summary>The members of a node and what was added to it; the added value counts where both have a name, under the node's own spelling of it.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> AllOf(SpecNode node)
    {
        var notes = FindNotes(node);
        if (notes is null)
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

    /// <summary>The value that was added under a name, if any.</summary>
    public static PSPropertyInfo? Find(SpecNode node, string name)
    {
        if (!InstanceMembers.MayHaveAny(node))
        {
            return null;
        }

        _looking = true;
        try
        {
            return PSObject.AsPSObject(node).Properties[name];
        }
        finally
        {
            _looking = false;
        }
    }

    /// <summary>Removes what was added to a node, after its values became keys of the node.</summary>
    public static void Clear(SpecNode node)
    {
        var notes = FindNotes(node);
        if (notes is null)
        {
            return;
        }

        _looking = true;
        try
        {
            foreach (var note in notes)
            {
                PSObject.AsPSObject(node).Properties.Remove(note.Key);
            }
        }
        finally
        {
            _looking = false;
        }
    }

    private static List<KeyValuePair<string, object?>>? FindNotes(SpecNode node)
    {
        List<KeyValuePair<string, object?>>? notes = null;
        if (!InstanceMembers.MayHaveAny(node))
        {
            return notes;
        }

        _looking = true;
        try
        {
            foreach (var property in PSObject.AsPSObject(node).Properties)
            {
                if (property.IsGettable)
                {
                    (notes ??= new()).Add(new KeyValuePair<string, object?>(property.Name, NodeValueConverter.Plain(NodeValueConverter.GetValue(property))));
                }
            }
        }
        finally
        {
            _looking = false;
        }

        return notes;
    }
}
