using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>What Add-Member put on a node. It stands on the PSObject and not in the node, so whoever writes the node has to look there too.</summary>
internal static class SpecNotes
{
    /// <summary>The members of a node and what was added to it, the added value first where both have a name.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> AllOf(SpecNode node)
    {
        var notes = Of(node);
        if (notes is null)
        {
            return node.Members;
        }

        var all = new List<KeyValuePair<string, object?>>(node.Members);
        foreach (var note in notes)
        {
            var at = all.FindIndex(member => string.Equals(member.Key, note.Key, StringComparison.Ordinal));
            if (at < 0)
            {
                all.Add(note);
            }
            else
            {
                all[at] = note;
            }
        }

        return all;
    }

    /// <summary>The value that was added under a name, if any.</summary>
    public static PSNoteProperty? Find(SpecNode node, string name)
    {
        foreach (var member in PSObject.AsPSObject(node).Members.Match(name, PSMemberTypes.NoteProperty))
        {
            if (member is PSNoteProperty note)
            {
                return note;
            }
        }

        return null;
    }

    private static List<KeyValuePair<string, object?>>? Of(SpecNode node)
    {
        List<KeyValuePair<string, object?>>? notes = null;
        foreach (var member in PSObject.AsPSObject(node).Members.Match("*", PSMemberTypes.NoteProperty))
        {
            if (member is PSNoteProperty)
            {
                (notes ??= new()).Add(new KeyValuePair<string, object?>(member.Name, SpecValues.Plain(member.Value)));
            }
        }

        return notes;
    }
}
