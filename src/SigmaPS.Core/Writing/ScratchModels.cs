using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>The scratch models of a rehearsal, from their creation to the trash.</summary>
internal sealed class ScratchModels(SigmaClient client, FileEntry folder, string userId)
{
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    // A rehearsal in another runspace of this process can use the same folder at the same time.
    private static readonly ConcurrentDictionary<string, bool> InUse = new(StringComparer.Ordinal);

    private readonly SigmaClient _client = client;
    private readonly FileEntry _folder = folder;
    private readonly string _userId = userId;
    private readonly List<Scratch> _scratches = new();

    /// <summary>Creates a scratch model.</summary>
    /// <param name="document">The content.</param>
    /// <param name="label">The content's name in an error.</param>
    /// <param name="cancel">Ends any wait. The model may exist nevertheless; <see cref="RemoveAsync"/> looks for it.</param>
    /// <returns>The ID.</returns>
    public async Task<string> CreateAsync(SpecDocument document, string label, CancellationToken cancel)
    {
        var scratch = new Scratch(ScratchName.Create().Text);
        InUse[scratch.Name] = true;
        _scratches.Add(scratch);
        try
        {
            var body = document.ToPostBody(scratch.Name, _folder.Id);
            scratch.Id = (await _client.PostSpecAsync(label, body, cancel).ConfigureAwait(false)).DataModelId;
        }
        catch (SigmaEngineException e) when (PutConfirmation.MayBeApplied(e))
        {
            scratch.Id = await ConfirmAsync(scratch.Name, e, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException)
        {
            Forget(scratch);
            throw;
        }

        _client.Log.Verbose($"Created scratch model \"{scratch.Name}\" ({scratch.Id}) from \"{label}\" in folder \"{_folder.FullPath}\".");
        return scratch.Id!;
    }

    /// <summary>Moves every scratch model to the trash. It has a time of its own, so that a stop of the command does not end it.</summary>
    /// <returns>A sentence for each model that could not be removed.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync()
    {
        using var time = new CancellationTokenSource(CleanUpTime);

        // The pipeline of a stopped command no longer accepts log lines.
        var client = _client.WithLog(SilentLog.Instance);
        var problems = new List<string>();
        foreach (var scratch in _scratches.ToList())
        {
            try
            {
                if ((scratch.Id ?? await FindAsync(client, scratch.Name, time.Token).ConfigureAwait(false)) is { } existing)
                {
                    await ArchiveAsync(client, scratch.Name, existing, time.Token).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is SigmaEngineException or OperationCanceledException)
            {
                var id = scratch.Id is null ? "" : $" ({scratch.Id})";
                problems.Add($"The scratch model \"{scratch.Name}\"{id} may still be in folder \"{_folder.FullPath}\": "
                    + $"{e.Message.TrimEnd('.')}. The next rehearsal in this folder removes it.");
            }

            Forget(scratch);
        }

        return problems;
    }

    /// <summary>Finds the scratch models that ended runs left in the folder. Only models of the own user count.</summary>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<IReadOnlyList<DataModelEntry>> FindLeftoversAsync(CancellationToken cancel)
    {
        var models = await _client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
        var found = new List<DataModelEntry>();
        foreach (var candidate in models.Where(IsLeftover))
        {
            // The list shows a path, and two folders can have the same one.
            if (await FileAsync(candidate.DataModelId, cancel).ConfigureAwait(false) is { IsArchived: false } file
                && file.ParentId == _folder.Id
                && file.CreatedBy == _userId)
            {
                found.Add(candidate);
            }
        }

        return found;
    }

    /// <summary>Moves leftovers to the trash. A leftover that cannot be removed gives a warning.</summary>
    /// <param name="leftovers">The models.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task RemoveLeftoversAsync(IReadOnlyList<DataModelEntry> leftovers, CancellationToken cancel)
    {
        foreach (var leftover in leftovers)
        {
            try
            {
                await ArchiveAsync(_client, leftover.Name, leftover.DataModelId, cancel).ConfigureAwait(false);
                _client.Log.Verbose($"Moved scratch model {Describe(leftover)} of an earlier rehearsal to the trash.");
            }
            catch (SigmaEngineException e)
            {
                _client.Log.Warning(
                    $"The scratch model {Describe(leftover)} of an earlier rehearsal is still in folder \"{_folder.FullPath}\": {e.Message}"
                );
            }
        }
    }

    private static string Describe(DataModelEntry model) => $"\"{model.Name}\" ({model.DataModelId})";

    private bool IsLeftover(DataModelEntry model) =>
        !model.IsArchived
        && model.CreatedBy == _userId
        && ScratchName.Parse(model.Name)?.IsLeftover(model.CreatedAt, _client.Now, InUse.ContainsKey(model.Name)) == true;

    private async Task<FileEntry?> FileAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await _client.GetFileAsync(id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.ItemNotFound or ErrorCode.PermissionDenied)
        {
            _client.Log.Verbose($"The scratch model {id} is not removed, because its folder is not known: {e.Message}");
            return null;
        }
    }

    // The name is unique, so a model of this name is the one whose creation was not confirmed.
    private async Task<string> ConfirmAsync(string name, SigmaEngineException lost, CancellationToken cancel)
    {
        _client.Log.Verbose($"No response confirmed the creation of scratch model \"{name}\"; looking for it: {lost.Message}");
        var end = _client.Now + (_client.Patience < LongestWait ? _client.Patience : LongestWait);
        while (true)
        {
            if (await FindAsync(_client, name, cancel).ConfigureAwait(false) is { } id)
            {
                return id;
            }

            if (_client.Now + PollInterval > end)
            {
                throw lost;
            }

            await _client.WaitAsync(PollInterval, cancel).ConfigureAwait(false);
        }
    }

    private async Task<string?> FindAsync(SigmaClient client, string name, CancellationToken cancel)
    {
        var found = await client
            .ListDataModelsAsync(false, cancel)
            .FindAsync(model => model.Name == name && model.CreatedBy == _userId && !model.IsArchived, cancel)
            .ConfigureAwait(false);
        return found?.DataModelId;
    }

    private static Task ArchiveAsync(SigmaClient client, string name, string id, CancellationToken cancel) =>
        new VerifiedFileUpdate(client).DeleteAsync(id, $"the file of scratch model \"{name}\" ({id})", cancel);

    private void Forget(Scratch scratch)
    {
        _scratches.Remove(scratch);
        InUse.TryRemove(scratch.Name, out _);
    }

    private sealed class Scratch(string name)
    {
        public string Name { get; } = name;

        /// <summary>The ID; null until the service has confirmed the model.</summary>
        public string? Id { get; set; }
    }
}
