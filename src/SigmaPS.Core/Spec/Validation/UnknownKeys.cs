using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds keys that an edit added and that neither the live model nor the schema has: Sigma ignores them without a message.
/// </summary>
internal static class UnknownKeys
{
    private const int MostReported = 10;

    /// <summary>Describes each unknown key once, with the key that was probably meant.</summary>
    /// <param name="document">The document to send.</param>
    /// <param name="live">The live document.</param>
    public static IReadOnlyList<string> Describe(SpecDocument document, SpecDocument live)
    {
        var known = new HashSet<string>(Schema.KeyNames, StringComparer.Ordinal);
        known.UnionWith(Names(live.Root));
        return Names(document.Pages).Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal)
            .Take(MostReported).Select(Describe).ToList();
    }

    private static string Describe(string name) => SpellingSuggestion.To(name, Schema.KeyNames) is { } meant
        ? $"The key '{name}' is unknown to the schema and to the live model, so Sigma will ignore it. Did you mean '{meant}'?"
        : $"The key '{name}' is unknown to the schema and to the live model, so Sigma will ignore it.";

    private static IEnumerable<string> Names(JsonValue root) => JsonTree.Objects(root).SelectMany(o => o).Select(member => member.Name);
}
