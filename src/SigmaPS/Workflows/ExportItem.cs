using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>One model of an export: what was given, looked at on the pipeline thread, and how its spec is got.</summary>
internal sealed class ExportItem
{
    private readonly Core.Spec.SpecDocument? _inMemory;
    private readonly Core.Diagnostics.SigmaEngineException? _fault;
    private readonly string? _id;

    private ExportItem(int place, string? id, Core.Spec.SpecDocument? inMemory, Core.Writing.SpecProvenance? origin, Core.Diagnostics.SigmaEngineException? fault, string label)
    {
        Place = place;
        _id = id;
        _inMemory = inMemory;
        Origin = origin;
        _fault = fault;
        Label = label;
    }

    /// <summary>How many were asked for before it.</summary>
    public int Place { get; }

    /// <summary>What to call it when it is missing.</summary>
    public string Label { get; }

    /// <summary>What is remembered of an object that was read in this session; null for what is read live.</summary>
    public Core.Writing.SpecProvenance? Origin { get; }

    /// <summary>Looks at what was given. On the pipeline thread: a user's object may have script properties, and added members are seen only where the runspace is.</summary>
    /// <param name="place">How many were asked for before it.</param>
    /// <param name="dataModelId">What bound to -DataModelId.</param>
    /// <param name="given">What bound to -Spec.</param>
    /// <param name="log">Where to say what was put right.</param>
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
            // Its turn to be reported comes after the items before it.
            return new ExportItem(place, null, null, null, e, label);
        }
    }

    /// <summary>Whether the spec is at hand, or an error is, so that no session is needed.</summary>
    public bool IsOffline => _fault is not null || _inMemory is not null;

    /// <summary>The spec: the object's own, else the live one.</summary>
    /// <param name="models">Finds a model by its name.</param>
    /// <param name="client">The service; null without a session, when every item is at hand.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<Core.Spec.SpecDocument> ReadAsync(Binding.ModelDirectory models, Core.Api.SigmaClient? client, CancellationToken cancel)
    {
        if (_fault is not null || _inMemory is not null)
        {
            return _inMemory ?? throw _fault!;
        }

        var id = await models.ResolveAsync(
            client!,
            _id ?? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, "No data model given. Pipe data models in, or use -DataModelId."),
            cancel).ConfigureAwait(false);
        var answer = await client!.GetSpecAsync(id, null, cancel).ConfigureAwait(false);
        return Core.Api.LiveSpec.Read(answer, id);
    }
}
