using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>The reasons why a run does not begin with a model: it was refused, or a model before it failed or was declined.</summary>
internal sealed class PublishBlocks
{
    private readonly Dictionary<string, string> _blocked;
    private readonly bool _stopsOnError;
    private bool _hasFailed;

    /// <summary>Begins with the models that the user declined.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">The approved models.</param>
    public PublishBlocks(ReleasePlan plan, PublishOptions options)
    {
        _stopsOnError = options.StopsOnError;
        _blocked = plan.Items.Where(item => item.Writes && !options.Approved.Contains(item))
            .ToDictionary(item => item.Name, _ => "was declined", StringComparer.Ordinal);
    }

    /// <summary>Blocks the models that depend on this one.</summary>
    /// <param name="item">The model.</param>
    /// <param name="reason">The end of the sentence about it.</param>
    /// <param name="isFailure">Whether the model itself failed.</param>
    public void Add(ReleaseItem item, string reason, bool isFailure)
    {
        lock (_blocked)
        {
            _blocked[item.Name] = reason;
            _hasFailed |= isFailure;
        }
    }

    /// <summary>Finds the reason why the run does not begin with a model; null if it can begin.</summary>
    /// <param name="item">The model.</param>
    public SigmaEngineException? Find(ReleaseItem item)
    {
        lock (_blocked)
        {
            if (item.Refusals.Count > 0)
            {
                return item.Refusals[0];
            }

            if (item.Writes && item.DependsOn.FirstOrDefault(_blocked.ContainsKey) is { } below)
            {
                return Later($"\"{item.Name}\" was not published, because \"{below}\", which it depends on, {_blocked[below]}", item);
            }

            if (_hasFailed && _stopsOnError)
            {
                return Later($"\"{item.Name}\" was not published, because another model failed before", item);
            }

            return item.Action == ReleaseAction.Orphan && _blocked.Count > 0
                ? Later($"\"{item.Name}\" was not archived, because not all models were published", item)
                : null;
        }
    }

    private static SigmaEngineException Later(string reason, ReleaseItem item) =>
        new(ErrorCode.ReleaseIncomplete, reason + ". After you have fixed that, make a new plan and publish it.")
        {
            Target = item.DataModelId,
        };
}
