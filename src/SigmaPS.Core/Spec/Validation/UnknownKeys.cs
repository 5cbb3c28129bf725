using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds keys that an edit added and that neither the live model nor the schema has: Sigma ignores them without a message.</summary>
internal static class UnknownKeys
{
    private const int MostReported = 10;

    /// <summary>Describes each unknown key once, with the key that was probably meant.</summary>
    /// <param name="document">The document to send.</param>
    /// <param name="live">The live document.</param>
    public static IReadOnlyList<string> Describe(SpecDocument document, SpecDocument live)
    {
        var known = new HashSet<string>(Schema.KeyNames, StringComparer.Ordinal);
        foreach (var member in Members(live.Root))
        {
            known.Add(member.Name);
        }

        return Members(document.Pages).Select(member => member.Name).Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal)
            .Take(MostReported).Select(Describe).ToList();
    }

    private static string Describe(string name) => Nearest.To(name, Schema.KeyNames) is { } meant
        ? $"The key '{name}' is unknown to the schema and to the live model, so Sigma will ignore it. Did you mean '{meant}'?"
        : $"The key '{name}' is unknown to the schema and to the live model, so Sigma will ignore it.";

    // A stack of its own, because a value may be nested deeply.
    private static IEnumerable<JsonMember> Members(JsonValue root)
    {
        var waiting = new Stack<JsonValue>();
        waiting.Push(root);
        while (waiting.Count > 0)
        {
            switch (waiting.Pop())
            {
                case JsonArray items:
                    foreach (var item in items)
                    {
                        waiting.Push(item);
                    }

                    break;
                case JsonObject o:
                    foreach (var member in o)
                    {
                        yield return member;
                        waiting.Push(member.Value);
                    }

                    break;
            }
        }
    }
}
