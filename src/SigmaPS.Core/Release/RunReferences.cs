using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// The references between the models of a run. A service that gives new IDs at each save breaks them, so an undo follows the IDs.
/// </summary>
public sealed class RunReferences
{
    private readonly Dictionary<string, SpecDocument> _backups = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SpecDocument> _before = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the backups of a run.</summary>
    /// <param name="run">The run.</param>
    public RunReferences(RunFile run)
    {
        var entries = run.Entries.Where(entry => entry.Backup is not null).ToList();
        foreach (var entry in entries)
        {
            try
            {
                _backups[entry.DataModelId] = SpecFileReader.Read(entry.Backup!);
            }
            catch (SigmaEngineException e) when (e.Kind is ErrorCode.FileFailed or ErrorCode.InvalidSpec)
            {
                // The undo of that model reports its own backup.
                continue;
            }
        }

        Consumers = entries.Where(entry => _backups.TryGetValue(entry.DataModelId, out var backup) && Read(backup).Any()).ToList();
    }

    /// <summary>The models that read another model of the run, in the order of the run: each after those that it reads.</summary>
    public IReadOnlyList<RunEntry> Consumers { get; }

    /// <summary>
    /// The content that repairs a consumer's references after the models that it reads went back; null where they are right.
    /// </summary>
    /// <param name="client">The service.</param>
    /// <param name="entry">The consumer.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<UndoTarget?> RepairAsync(SigmaClient client, RunEntry entry, CancellationToken cancel)
    {
        var renewed = new Dictionary<string, ResolvedDependency>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in Read(_backups[entry.DataModelId]).Where(_before.ContainsKey))
        {
            var (now, _) = await LiveSpecReader.ReadAsync(client, id, null, cancel).ConfigureAwait(false);
            if (now.LatestVersion != _before[id].LatestVersion)
            {
                renewed[id] = ResolvedDependency.FromLive(id, now.Name ?? id, _before[id], now);
            }
        }

        if (renewed.Count == 0)
        {
            return null;
        }

        var live = await LiveSpecReader.ReadAsync(client, entry.DataModelId, null, cancel).ConfigureAwait(false);
        var content = live.Document.Copy();
        return ReferenceRewriter.Apply(content, renewed)
            ? new UndoTarget(entry.DataModelId, content, "the old IDs of the models that it reads")
            {
                Live = live,
                BaseVersion = live.Document.LatestVersion,
                IsMerged = true,
            }
            : null;
    }

    /// <summary>The backup of a model, for a caller that changes it.</summary>
    /// <param name="entry">The model.</param>
    /// <exception cref="SigmaEngineException">The backup cannot be read.</exception>
    internal SpecDocument Backup(RunEntry entry) =>
        _backups.TryGetValue(entry.DataModelId, out var backup) ? backup.Copy() : SpecFileReader.Read(entry.Backup!);

    /// <summary>
    /// Writes the IDs that the models of the run have now into the references of a backup. One request for each model that it reads.
    /// </summary>
    /// <param name="client">The service.</param>
    /// <param name="backup">The backup.</param>
    /// <param name="cancel">Ends any wait.</param>
    internal async Task FollowAsync(SigmaClient client, SpecDocument backup, CancellationToken cancel)
    {
        var models = new Dictionary<string, ResolvedDependency>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in Read(backup))
        {
            if (await LiveAsync(client, id, cancel).ConfigureAwait(false) is { } live)
            {
                models[id] = ResolvedDependency.FromLive(id, live.Name ?? id, _backups[id], live);
            }
        }

        ReferenceRewriter.Apply(backup, models);
    }

    // A model that somebody has removed since does not have new IDs, and its consumers go back as they were.
    private async Task<SpecDocument?> LiveAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        if (!_before.TryGetValue(id, out var live))
        {
            try
            {
                (live, _) = await LiveSpecReader.ReadAsync(client, id, null, cancel).ConfigureAwait(false);
                _before.Add(id, live);
            }
            catch (SigmaEngineException e) when (e.Kind is ErrorCode.ModelNotFound or ErrorCode.ModelArchived)
            {
                return null;
            }
        }

        return live;
    }

    private List<string> Read(SpecDocument document) => ModelReferences.In(document).Select(reference => reference.Text("dataModelId")!)
        .Where(id => _backups.ContainsKey(id) && !string.Equals(id, document.DataModelId, StringComparison.OrdinalIgnoreCase))
        .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
}
