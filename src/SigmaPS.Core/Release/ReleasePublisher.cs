using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>
/// Publishes a plan: models that others depend on first, and models that do not depend on each other at the same time. At the end,
/// consumers follow the IDs that Sigma reassigned.
/// </summary>
public sealed class ReleasePublisher
{
    private readonly ReleasePlan _plan;
    private readonly List<ReleaseItem> _items;
    private readonly RunFile _run;
    private readonly PublishBlocks _blocks;
    private readonly PublishStep _step;

    private ReleasePublisher(ReleasePlan plan, List<ReleaseItem> items, RunFile run, PublishBlocks blocks, PublishStep step)
    {
        _plan = plan;
        _items = items;
        _run = run;
        _blocks = blocks;
        _step = step;
    }

    /// <summary>Publishes.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The plan, just made.</param>
    /// <param name="options">The approved models, and how to publish them.</param>
    /// <param name="take">Takes each outcome, in the order of the plan within a level.</param>
    /// <param name="cancel">Ends any wait; a request that was sent can still be applied.</param>
    /// <returns>The run file; null if no model was approved.</returns>
    public static async Task<RunFile?> PublishAsync(
        SigmaClient client,
        ReleasePlan plan,
        PublishOptions options,
        Func<ReleaseOutcome, Task> take,
        CancellationToken cancel)
    {
        var items = plan.Items.Where(options.Approved.Contains).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var run = RunFile.Begin(options.RunFolder ?? Path.Combine(plan.Request.Folder, ".sigma", "runs"), plan, items, client.Now);
        var masked = client.WithLog(plan.Hidden.In(client.Log));
        var published = new PublishedModels(plan);
        var blocks = new PublishBlocks(plan, options);
        var step = new PublishStep(masked, plan, options, run, published, blocks);
        var publisher = new ReleasePublisher(plan, items, run, blocks, step);
        foreach (var level in PublishOrder.Levels(items))
        {
            foreach (var outcome in await BoundedParallel.RunAsync(level, publisher.OneAsync, cancel).ConfigureAwait(false))
            {
                await take(outcome).ConfigureAwait(false);
            }
        }

        await new ReferenceRepairs(masked, plan, options, items, run, published).RunAsync(take, cancel).ConfigureAwait(false);
        return run;
    }

    private async Task<ReleaseOutcome> OneAsync(ReleaseItem item, CancellationToken cancel)
    {
        var place = _items.IndexOf(item);
        ReleaseOutcome outcome;
        try
        {
            outcome = _blocks.Find(item) is { } cause
                ? new ReleaseOutcome(item, cause)
                : await _step.RunAsync(item, place, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // An error of SigmaPS itself in one model must not lose the outcomes of the others.
            outcome = new ReleaseOutcome(item) { Fault = Known(e) };
        }

        try
        {
            _run.Set(place, RunEntry.FromOutcome(outcome, _run.Entries[place]));
        }
        catch (SigmaEngineException e)
        {
            // The outcome is reported together with the error of the run file.
            outcome.Fault ??= e;
        }

        if (!outcome.Succeeded)
        {
            _blocks.Add(item, "was not", isFailure: true);
        }

        return outcome.Hiding(_plan.Hidden);
    }

    /// <summary>An error as one of the engine.</summary>
    internal static SigmaEngineException Known(Exception e) => e as SigmaEngineException ?? new SigmaEngineException(
        ErrorCode.Internal,
        $"This is an error of SigmaPS itself, and not of your models: {e.GetType().Name}: {e.Message}",
        e);
}
