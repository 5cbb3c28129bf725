using System;
using System.Collections;
using System.Linq;

namespace SigmaPS;

/// <summary>Old IDs with their new IDs. Export-Csv shows the pairs and not the name of a type.</summary>
public sealed class IdTable : Hashtable
{
    internal IdTable()
    {
    }

    /// <summary>Shows the pairs, ordered by the old ID.</summary>
    /// <returns>For example: abc = xyz; def = uvw.</returns>
    public override string ToString() => string.Join(
        "; ",
        this.Cast<DictionaryEntry>().Select(pair => $"{pair.Key} = {pair.Value}").OrderBy(pair => pair, StringComparer.Ordinal));
}
