using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>One model of an export: its input, which is read on the pipeline thread, and its spec.</summary>
internal sealed class ExportItem
{
    private readonly Core.Spec.SpecDocument? _inMemory;
    private readonly Core.Diagnostics.SigmaEngineException? _error;
    private readonly string? _id;

    private ExportItem(
        int place,
        string? id,
        Core.Spec.SpecDocument? inMemory,
        Core.Writing.SpecProvenance? origin,
        Core.Diagnostics.SigmaEngineException? error,
        string label)
    {
        Place = place;
        _id = id;
        _inMemory = inMemory;
        Origin = origin;
        _error = error;
        Label = label;
    }

    /// <summary>The number of models before it.</summary>
    public int Place { get; }

    /// <summary>Its name in the list of missing models.</summary>
    public string Label { get; }

    /// <summary>The provenance of an object that was read in this session; null for a live read.</summary>
    public Core.Writing.SpecProvenance? Origin { get; }

    /// <summary>Reads the input on the pipeline thread, because an object may have script properties, and only the runspace sees added
    /// members.</summary>
    /// <param name="place">The number of models before it.</param>
    /// <param name="dataModelId">The value of -DataModelId.</param>
    /// <param name="given">The value of -Spec.</param>
    /// <param name="log">Receives a line per correction.</param>
    public static ExportItem FromInput(int place, string? dataModelId, object? given, Core.Diagnostics.ILog log)
    {
        var label = dataModelId ?? "an object";
        try
        {
            if (given is not null && SpecConverter.LooksLikeSpec(given))
            {
                label = "a spec";
                return new ExportItem(place, null, SpecConverter.ToDocument(given, log), SpecConverter.OriginOf(given), null, label);
            }

            var id = dataModelId ?? (given is null ? null : SpecConverter.NamedId(given));
            return new ExportItem(place, id, null, null, null, id ?? label);
        }
        catch (Core.Diagnostics.SigmaEngineException e)
        {
            // The error is reported after the items before it.
            return new ExportItem(place, null, null, null, e, label);
        }
    }

    /// <summary>Whether the spec or an error is already known, so that no session is needed.</summary>
    public bool IsOffline => _error is not null || _inMemory is not null;

    /// <summary>Returns the object's spec, else the live spec.</summary>
    /// <param name="models">Finds a model by its name.</param>
    /// <param name="client">The service; null without a session, if every spec is known.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<Core.Spec.SpecDocument> ReadAsync(
        Binding.ModelDirectory models,
        Core.Api.SigmaClient? client,
        CancellationToken cancel)
    {
        if (_error is not null || _inMemory is not null)
        {
            return _inMemory ?? throw _error!;
        }

        var id = await models
            .ResolveAsync(
                client!,
                _id
                    ?? throw WorkflowErrors.NoModelToExport(),
                cancel)
            .ConfigureAwait(false);
        return (await client!.GetSpecAsync(id, null, cancel).ConfigureAwait(false)).Document;
    }
}
