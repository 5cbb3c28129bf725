using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.History;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>
/// Finds the elements again that references of live models lost: Sigma reassigned their IDs, and the publish ended before the consumers
/// followed. The IDs are in earlier versions of the models.
/// </summary>
internal static class LostReferences
{
    // A reference to an element that somebody removed is in no version that can be matched, so the search ends.
    private const int MostVersions = 10;

    /// <summary>Writes the present IDs into the references. One request per earlier version, none if no reference is lost.</summary>
    /// <param name="client">The service.</param>
    /// <param name="models">The live models.</param>
    /// <param name="edited">The same models, changed in place.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task FollowAsync(
        SigmaClient client,
        IReadOnlyList<(string Id, SpecDocument Live)> models,
        IReadOnlyList<SpecDocument> edited,
        CancellationToken cancel)
    {
        foreach (var (id, live) in models)
        {
            var lost = Lost(id, live, edited);
            var newest = (live.LatestVersion ?? 1) - 1;
            for (var number = newest; number >= 1 && number > newest - MostVersions && lost.Count > 0; number--)
            {
                if (await VersionHistory.ReadNearestAsync(client, id, number, number, cancel).ConfigureAwait(false) is { } earlier
                    && earlier.Elements.Any(element => lost.Contains(ElementIds.Id(element))))
                {
                    Follow(id, earlier, live, edited);
                    lost.ExceptWith(earlier.Elements.Select(ElementIds.Id));
                }
            }
        }
    }

    private static HashSet<string> Lost(string id, SpecDocument live, IReadOnlyList<SpecDocument> edited)
    {
        var existing = new HashSet<string>(live.Elements.Select(ElementIds.Id), StringComparer.Ordinal);
        return new HashSet<string>(
            edited
                .SelectMany(ModelReferences.In)
                .Where(reference => string.Equals(reference.Text("dataModelId"), id, StringComparison.OrdinalIgnoreCase))
                .Select(reference => reference.Text("elementId") ?? "")
                .Where(element => element.Length > 0 && !existing.Contains(element)),
            StringComparer.Ordinal);
    }

    private static void Follow(string id, SpecDocument earlier, SpecDocument live, IReadOnlyList<SpecDocument> edited)
    {
        var model = new Dictionary<string, ResolvedDependency>(StringComparer.OrdinalIgnoreCase)
        {
            [id] = ResolvedDependency.FromLive(id, live.Name ?? id, earlier, live),
        };
        foreach (var document in edited)
        {
            ReferenceRewriter.Apply(document, model);
        }
    }
}
