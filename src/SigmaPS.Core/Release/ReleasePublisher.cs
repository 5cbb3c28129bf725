using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
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
    private readonly PublishBlocks _blocks;
    private readonly PublishStep _step;
    private readonly ReferenceRepairs _repairs;

    private ReleasePublisher(SigmaClient client, ReleasePlan plan, PublishOptions options, List<ReleaseItem> items, RunFile run)
    {
        var masked = client.WithLog(plan.Hidden.In(client.Log));
        var published = new PublishedModels(plan);
        _plan = plan;
        _items = items;
        _blocks = new PublishBlocks(plan, options);
        _step = new PublishStep(masked, plan, options, run, published, _blocks);
        _repairs = new ReferenceRepairs(masked, plan, options, items, run, published);
        Run = run;
    }

    /// <summary>The run file.</summary>
    public RunFile Run { get; }

    /// <summary>Writes the run file. Nothing is sent yet.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The plan, just made.</param>
    /// <param name="options">The approved models, and how to publish them.</param>
    /// <returns>The publisher; null if no model was approved.</returns>
    /// <exception cref="SigmaEngineException">The run file cannot be written.</exception>
    public static ReleasePublisher? Begin(SigmaClient client, ReleasePlan plan, PublishOptions options)
    {
        var items = plan.Items.Where(options.Approved.Contains).ToList();
        var folder = options.RunFolder ?? Path.Combine(plan.Request.Folder, ".sigma", "runs");
        return items.Count == 0 ? null : new ReleasePublisher(client, plan, options, items, RunFile.Begin(folder, plan, items, client.Now));
    }

    /// <summary>Publishes.</summary>
    /// <param name="cancel">Ends any wait; a request that was sent can still be applied.</param>
    /// <returns>The outcomes, in the order of the plan within a level.</returns>
    public async IAsyncEnumerable<ReleaseOutcome> PublishAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var level in PublishOrder.Levels(_items))
        {
            foreach (var outcome in await BoundedParallel.RunAsync(level, OneAsync, cancel).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }

        await foreach (var outcome in _repairs.RunAsync(cancel).ConfigureAwait(false))
        {
            yield return outcome;
        }
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
            Run.Set(place, RunEntry.FromOutcome(outcome, Run.Entries[place]));
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
