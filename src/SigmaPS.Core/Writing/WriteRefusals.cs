using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Writing;

/// <summary>Checks a prepared write against all protections.</summary>
internal static class WriteRefusals
{
    /// <summary>Finds the refusals. Up to four requests: the base version, its author, the elements, an older version.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The write.</param>
    /// <param name="introduced">The errors that the write adds.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The refusals, in the order of their messages.</returns>
    public static async Task<IReadOnlyList<SigmaEngineException>> FindAsync(
        SigmaClient client,
        SpecWritePlan plan,
        IntroducedErrors introduced,
        CancellationToken cancel)
    {
        var (request, live, id) = (plan.Request, plan.Live, plan.Request.DataModelId);
        var renamed = NameConflictCheck.Check(plan);
        if (!plan.SendsContent)
        {
            return renamed is null ? Array.Empty<SigmaEngineException>() : new[] { renamed };
        }

        var conflict = await ConflictAsync(client, plan, cancel).ConfigureAwait(false);
        var elements = request.Protections.AllowUnrepresented
            ? new List<ElementEntry>()
            : await client.GetElementsAsync(id, cancel).ConfigureAwait(false);
        return new[]
        {
            conflict ?? renamed,
            WriteGuards.LostList(request, plan.Changes),
            DocumentBoundSources.Refusal(request.Document, live, plan.Name, id),
            WriteGuards.Removal(request, plan.Name, plan.Changes, plan.ReplacedIds),
            WriteGuards.Unrepresented(request, live, elements),
            introduced.Refusal(plan.Name, id),
        }.OfType<SigmaEngineException>().ToList();
    }

    private static async Task<SigmaEngineException?> ConflictAsync(SigmaClient client, SpecWritePlan plan, CancellationToken cancel)
    {
        var (request, live) = (plan.Request, plan.Live);
        var story = await ConflictSummary.DescribeAsync(client, request, live, cancel).ConfigureAwait(false);
        var author = await ConflictSummary.AuthorAsync(client, request, live, cancel).ConfigureAwait(false);
        return ConcurrencyCheck.Check(request, live, author, story)
            ?? await ReturnedFile.CheckAsync(client, request, live, plan.Changes, cancel).ConfigureAwait(false);
    }
}
