using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>Creates scratch models from specs, reads the types of their columns, and moves them to the trash.</summary>
/// <remarks>The API has no dry run of its own.</remarks>
public sealed class Rehearsal
{
    private readonly SigmaClient _client;
    private readonly string _userId;
    private readonly ScratchModels _scratches;
    private readonly TaskCompletionSource<object?> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Rehearsal(SigmaClient client, FileEntry folder, string userId)
    {
        _client = client;
        _userId = userId;
        _scratches = new ScratchModels(client, folder, userId);
        Folder = folder;
    }

    /// <summary>The folder of the scratch models.</summary>
    public FileEntry Folder { get; }

    /// <summary>The scratch models that killed runs of our own user left in the folder.</summary>
    public IReadOnlyList<DataModelEntry> Leftovers { get; private set; } = Array.Empty<DataModelEntry>();

    /// <summary>Ends when no scratch model of this rehearsal is left, or its removal has failed.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Reads the folder and the leftovers of earlier runs. Two requests and one per leftover; read-only.</summary>
    /// <param name="client">The service.</param>
    /// <param name="folderId">The folder.</param>
    /// <param name="userId">The owner of the session's credentials.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The rehearsal.</returns>
    /// <exception cref="SigmaEngineException">The ID does not belong to a folder that these credentials can see.</exception>
    public static async Task<Rehearsal> OpenAsync(SigmaClient client, string folderId, string userId, CancellationToken cancel)
    {
        var folder = await client.GetFileAsync(folderId, cancel).ConfigureAwait(false);
        if (folder.Type is not ("folder" or "workspace") || folder.IsArchived)
        {
            var state = folder.IsArchived ? "in the trash" : "a " + folder.Type;
            throw new SigmaEngineException(
                ErrorCode.InvalidId,
                $"'{folderId}' is not the ID of a folder: \"{folder.Name}\" is {state}. List folders with: Get-SigmaFile -Type folder.")
            { Target = folderId };
        }

        var rehearsal = new Rehearsal(client, folder, userId);
        rehearsal.Leftovers = await rehearsal._scratches.FindLeftoversAsync(cancel).ConfigureAwait(false);
        return rehearsal;
    }

    /// <summary>A rehearsal of the next spec in the same folder.</summary>
    /// <param name="client">The service.</param>
    /// <returns>The rehearsal.</returns>
    public Rehearsal Next(SigmaClient client) => new(client, Folder, _userId);

    /// <summary>Moves the leftovers to the trash.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends then.</returns>
    public Task RemoveLeftoversAsync(CancellationToken cancel) => _scratches.RemoveLeftoversAsync(Leftovers, cancel);

    /// <summary>Rehearses one spec, and removes its scratch model in any case.</summary>
    /// <param name="document">The spec; not changed.</param>
    /// <param name="name">The model's name in errors.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="SigmaEngineException">The scratch model could not be created or read.</exception>
    public async Task<RehearsalVerdict> RunAsync(SpecDocument document, string name, CancellationToken cancel)
    {
        try
        {
            return (await CreateAsync(document, name, cancel).ConfigureAwait(false)).Verdict;
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Rehearses one spec and keeps its scratch model, so that another one can read it.</summary>
    /// <remarks>The caller has to call <see cref="CloseAsync"/> in any case.</remarks>
    /// <param name="document">The spec; not changed.</param>
    /// <param name="name">The model's name in errors.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The verdict and the scratch model.</returns>
    internal async Task<RehearsedModel> CreateAsync(SpecDocument document, string name, CancellationToken cancel)
    {
        var sent = document.Copy();
        var plan = SpecCreatePlan.FromDocument(sent, name, skipValidation: true);
        if (plan.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (plan.Trap is { } trap)
        {
            _client.Log.Warning(trap);
        }

        string id;
        try
        {
            id = await _scratches.CreateAsync(sent, name, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.InvalidSpec && e.Status == 400)
        {
            return new RehearsedModel(new RehearsalVerdict(e.Message, new HashSet<(string, string)>(), Array.Empty<string>()), null, null);
        }

        var live = (await _client.GetSpecAsync(id, null, cancel).ConfigureAwait(false)).Document;
        var broken = (await _client.GetColumnsAsync(id, cancel).ConfigureAwait(false)).Where(column => column.IsBroken).ToList();
        return new RehearsedModel(Verdict(document, live, broken), id, live);
    }

    /// <summary>Moves the scratch models to the trash, even when the command was stopped.</summary>
    /// <returns>A task that ends then.</returns>
    internal async Task CloseAsync()
    {
        var problems = await _scratches.RemoveAsync().ConfigureAwait(false);
        _settled.TrySetResult(null);
        foreach (var problem in problems)
        {
            _client.Log.Warning(problem);
        }
    }

    // Sigma may assign new IDs, so match the columns by a comparison.
    private static RehearsalVerdict Verdict(SpecDocument document, SpecDocument live, IReadOnlyList<ColumnEntry> broken)
    {
        var open = broken.GroupBy(column => (column.ElementId, column.ColumnId)).ToDictionary(group => group.Key, group => group.First());
        var found = new HashSet<(string Element, string Column)>();
        if (open.Count > 0)
        {
            var map = IdTranslation.Match(document.Root, live.Root).Map;
            foreach (var element in document.Elements.Select(element => (Id: ElementIds.Id(element), Json: element)))
            {
                foreach (var column in ElementIds.Objects(element.Json, "columns").Select(ElementIds.Id))
                {
                    if (open.Remove((map.Element(element.Id), map.Inner(element.Id, column))))
                    {
                        found.Add((element.Id, column));
                    }
                }
            }
        }

        var unplaced = open.Values.Select(column => $"\"{column.Name ?? column.ColumnId}\", formula {column.Formula}").ToList();
        return new RehearsalVerdict(null, found, unplaced);
    }
}
