using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>What the edits of a document in memory did, so that the opposite edit leaves no trace.</summary>
public sealed class EditTrace
{
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, string> _spellings;

    /// <summary>Starts without an edit.</summary>
    public EditTrace()
    {
        _names = new HashSet<string>(StringComparer.Ordinal);
        _spellings = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private EditTrace(EditTrace other)
    {
        _names = new HashSet<string>(other._names, StringComparer.Ordinal);
        _spellings = new Dictionary<string, string>(other._spellings, StringComparer.Ordinal);
    }

    /// <summary>The items whose name an edit wrote out. If a later edit makes that name the default again, it removes the name.</summary>
    public ISet<string> Names => _names;

    /// <summary>
    /// The texts that spelled a name in another way than the display name, by their place and the same text with the display name.
    /// </summary>
    public IDictionary<string, string> Spellings => _spellings;

    /// <summary>Copies the trace, because a failed edit leaves the original document unchanged.</summary>
    /// <returns>The copy.</returns>
    public EditTrace Copy() => new(this);
}
