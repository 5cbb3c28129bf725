using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Plans the models of a folder one by one, each after those that it depends on.</summary>
internal sealed class ModelPlanner
{
    private readonly SigmaClient _client;
    private readonly ReleaseRequest _request;
    private readonly HiddenValues _hidden;
    private readonly ResolvedEnvironment _target;
    private readonly IReadOnlyDictionary<ReleaseModel, DataModelEntry> _counterparts;
    private readonly IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> _needs;
    private readonly HashSet<ReleaseModel> _needed;
    private readonly Dictionary<string, ResolvedDependency> _upstreams = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = new();
    private readonly HashSet<string> _unused;

    /// <summary>Prepares.</summary>
    public ModelPlanner(
        SigmaClient client,
        ReleaseRequest request,
        HiddenValues hidden,
        ResolvedEnvironment target,
        IReadOnlyDictionary<ReleaseModel, DataModelEntry> counterparts,
        IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> needs)
    {
        _client = client;
        _request = request;
        _hidden = hidden;
        _target = target;
        _counterparts = counterparts;
        _needs = needs;
        _needed = new HashSet<ReleaseModel>(needs.Values.SelectMany(others => others));
        _unused = new HashSet<string>(target.Connections.Keys.Concat(target.Environment.Paths.Keys), StringComparer.Ordinal);
    }

    /// <summary>The live models that others depend on, by their IDs in the files.</summary>
    public IReadOnlyDictionary<string, ResolvedDependency> Upstreams => _upstreams;

    /// <summary>The problems of all models, in order.</summary>
    public IReadOnlyList<string> Problems => _problems.OrderBy(problem => problem, StringComparer.Ordinal).ToList();

    /// <summary>The connections and paths of the environment that no model uses.</summary>
    public IReadOnlyList<string> Unused => _unused.OrderBy(entry => entry, StringComparer.Ordinal).ToList();

    /// <summary>Plans one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<ReleaseItem> PlanAsync(ReleaseModel model, CancellationToken cancel)
    {
        var substituted = EnvironmentSubstitution.Apply(model, _target, id => DependencyResolver.Find(id, _upstreams, _target));
        Record(model, substituted);
        if (!_counterparts.TryGetValue(model, out var live))
        {
            return Create(model, substituted);
        }

        if (_target.Deployed.Contains(live.DataModelId))
        {
            RecordUpstream(model, () => ResolvedDependency.Outside(live.DataModelId, model.Name));
            return new ReleaseItem(model.Name, ReleaseAction.Skipped)
            {
                Model = model,
                Hash = Hash(substituted.Document),
                DependsOn = DependsOn(model),
                DataModelId = live.DataModelId,
                LiveVersion = live.LatestVersion,
                Notes = new[] { ReleasePlanner.Deployed },
            };
        }

        return await UpdateAsync(model, substituted, live.DataModelId, cancel).ConfigureAwait(false);
    }

    private void Record(ReleaseModel model, EnvironmentSubstitution substituted)
    {
        _hidden.Add(substituted.Hidden);
        lock (_problems)
        {
            // A model outside of the plan is only read, so its own problems do not concern this plan.
            var own = _request.Picks(model.Name) ? substituted.Problems : Array.Empty<string>();
            var missing = _needs[model]
                .Where(other => !_request.Picks(other.Name) && !_counterparts.ContainsKey(other))
                .Select(other => $"it depends on \"{other.Name}\", which is not live and not part of this plan");
            _problems.AddRange(own.Concat(missing).Select(problem => $"{model.File}: {problem}"));
            _unused.IntersectWith(substituted.UnusedEntries);
        }
    }

    private ReleaseItem Create(ReleaseModel model, EnvironmentSubstitution substituted)
    {
        var hash = Hash(substituted.Document);
        RecordUpstream(model, () => ResolvedDependency.ToBeMade(model.Name, substituted.Document));
        var create = SpecCreatePlan.FromDocument(
            substituted.Document,
            model.Name,
            _request.Protections.SkipValidation,
            tellsAll: true,
            _request.Protections.AllowedRules,
            _request.CustomFunctions);
        return new ReleaseItem(model.Name, ReleaseAction.Create)
        {
            Model = model,
            Hash = hash,
            DependsOn = DependsOn(model),
            Notes = substituted.Notes,
            Issues = FileIssues.Place(create.Issues, model.Path),
            Refusals = new[] { create.Refusal }.OfType<SigmaEngineException>().ToList(),
        };
    }

    private async Task<ReleaseItem> UpdateAsync(
        ReleaseModel model, EnvironmentSubstitution substituted, string id, CancellationToken cancel)
    {
        var document = substituted.Document;

        // The hash covers the content before the write plan normalizes it.
        var hash = Hash(document);
        var write = await new SpecWriter(_client)
            .PrepareAsync(ReleaseWriteOptions.Request(_request, id, document), cancel)
            .ConfigureAwait(false);
        RecordUpstream(model, () => _request.Picks(model.Name)
            ? ResolvedDependency.FromLive(id, model.Name, document, write.Live)
            : ResolvedDependency.AsItIs(id, model.Name, document, write.Live));
        var content = write.SendsContent && !ReleaseGuards.IsSettled(write, _target);
        var changes = content || write.Renames;
        var conflict = changes
            ? await ReleaseGuards.ConflictAsync(_client, _request, _target, write, cancel).ConfigureAwait(false)
            : null;
        var refusals = changes ? write.Refusals : Array.Empty<SigmaEngineException>();
        var action = conflict is not null ? ReleaseAction.Conflict : changes ? ReleaseAction.Update : ReleaseAction.Unchanged;
        return new ReleaseItem(model.Name, action)
        {
            Model = model,
            DataModelId = id,
            LiveVersion = write.LiveVersion,
            UpdatedBy = write.Live.Root.Text("updatedBy"),
            UpdatedAt = write.Live.Root.Text("updatedAt"),
            Changes = content ? write.Changes : Array.Empty<SpecChange>(),
            Drift = _request.SeesDrift && content
                ? SpecDiff.Compare(write.Request.Document, write.Live).Changes
                : Array.Empty<SpecChange>(),
            Issues = content
                ? FileIssues.Place(SpecValidator.Validate(document.Root, customFunctions: _request.CustomFunctions), model.Path)
                : Array.Empty<SpecIssue>(),
            Refusals = conflict is null || _request.Protections.IgnoreConflict ? refusals : refusals.Append(conflict).ToList(),
            Notes = substituted.Notes.Concat(ReleaseGuards.Renames(write)).ToList(),
            Write = content ? write : null,
            DependsOn = DependsOn(model),
            Hash = hash,
        };
    }

    private IReadOnlyList<string> DependsOn(ReleaseModel model) => _needs[model].Select(other => other.Name).ToList();

    private void RecordUpstream(ReleaseModel model, Func<ResolvedDependency> upstream)
    {
        if (_needed.Contains(model) && model.SourceId is { } source)
        {
            var made = upstream();
            lock (_upstreams)
            {
                _upstreams[source] = made;
            }
        }
    }

    private string Hash(SpecDocument document) =>
        ExportIndex.Hash($"{ExportIndex.Fingerprint(document)}\n{document.Name}\n{document.Description}\n{_target.FolderId}");
}
