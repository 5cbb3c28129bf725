using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>The models that a run has written, with the IDs that they have now: later models of the run refer to these.</summary>
internal sealed class PublishedModels
{
    private readonly ReleasePlan _plan;
    private readonly ReleaseState _state;
    private readonly Dictionary<string, ResolvedDependency> _upstreams;
    private readonly Dictionary<string, SavedModel> _saved = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins with the live models that the plan found.</summary>
    /// <param name="plan">The plan.</param>
    public PublishedModels(ReleasePlan plan)
    {
        _plan = plan;
        _state = ReleaseState.Read(plan.Request.Folder, plan.Request.Environment.Name, plan.Request.Organization);
        _upstreams = plan.Upstreams.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The IDs that Sigma reassigned in the run.</summary>
    public ReassignedModels Reassigned { get; } = new();

    /// <summary>The models whose content the run has sent, by ID.</summary>
    public IReadOnlyDictionary<string, SavedModel> Saved => _saved;

    /// <summary>The content that the run sends for a model. It refers to the present IDs of the models before it.</summary>
    /// <param name="item">The model.</param>
    public SpecDocument Render(ReleaseItem item)
    {
        var document = ReleaseContent.Render(item, _plan.Target, _upstreams);
        if (item.Content is not null)
        {
            Reassigned.Follow(document);
        }

        return document;
    }

    /// <summary>Whether another model of the plan needs the IDs of this one.</summary>
    /// <param name="item">The model.</param>
    public bool HasConsumers(ReleaseItem item)
    {
        if (item.Model is null)
        {
            return _plan.Items.Any(other => other.DependsOn.Contains(item.Name));
        }

        lock (_upstreams)
        {
            return item.Model.SourceId is { } source && _upstreams.ContainsKey(source);
        }
    }

    /// <summary>Records the ID of a model that was written, for the next release of the folder.</summary>
    /// <param name="item">The model.</param>
    /// <param name="dataModelId">Its ID.</param>
    public void RecordId(ReleaseItem item, string dataModelId)
    {
        if (item.Model is { } model)
        {
            _state.Set(model.Key, dataModelId);
        }
    }

    /// <summary>Records the IDs of a model of the folder for the models that depend on it.</summary>
    /// <param name="item">The model.</param>
    /// <param name="dataModelId">Its ID.</param>
    /// <param name="document">The content in the IDs of its file.</param>
    /// <param name="live">The live spec.</param>
    public void RecordUpstream(ReleaseItem item, string dataModelId, SpecDocument document, SpecDocument live)
    {
        if (item.Model?.SourceId is { } source && HasConsumers(item))
        {
            var published = ResolvedDependency.FromLive(dataModelId, item.Name, document, live);
            lock (_upstreams)
            {
                _upstreams[source] = published;
            }
        }
    }

    /// <summary>Records a save of a live model, with the IDs that Sigma reassigned in it.</summary>
    /// <param name="dataModelId">The model.</param>
    /// <param name="name">Its name.</param>
    /// <param name="save">The specs before, sent and after.</param>
    public void RecordSave(string dataModelId, string name, SavedModel save)
    {
        Reassigned.Record(dataModelId, name, save.Sent, save.Live);
        lock (_saved)
        {
            _saved[dataModelId] = _saved.TryGetValue(dataModelId, out var first) ? first with { Live = save.Live } : save;
        }
    }
}
