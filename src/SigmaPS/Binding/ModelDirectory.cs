using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Binding;

/// <summary>The data models that one command finds by name. It reads the list once, when the first name needs it.</summary>
internal sealed class ModelDirectory
{
    private readonly object _gate = new();
    private Task<IReadOnlyList<Core.Api.DataModelEntry>>? _listing;

    /// <summary>Finds the UUID of a model. A UUID, an address or a short ID does not cost a request.</summary>
    /// <param name="client">The service.</param>
    /// <param name="text">An ID, an address or a name.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">No model, or several, have the name.</exception>
    public async Task<string> ResolveAsync(Core.Api.SigmaClient client, string text, CancellationToken cancel)
    {
        if (IdOf(text) is { } certain)
        {
            return certain;
        }

        var found = await FindAsync(client, new NameOrPattern(text), cancel).ConfigureAwait(false);
        return found.Count switch
        {
            1 => found[0].DataModelId,
            0 when Core.Spec.DataModelId.TryParse(text, out var id) => id,
            0 => throw await NotFoundAsync(client, text, cancel).ConfigureAwait(false),
            _ => throw Core.Api.ModelNameErrors.Ambiguous(text, found.Select(model => (model.DataModelId, model.Path)).ToList()),
        };
    }

    /// <summary>
    /// The ID in a text that can only be one. Letters without a digit may be a name as well, even if they have the length of a short ID.
    /// </summary>
    /// <param name="text">An ID, an address or a name.</param>
    /// <returns>The UUID; null if the text may be a name.</returns>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The text is an address, but not of a data model.</exception>
    public static string? IdOf(string text)
    {
        if (text.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.IndexOf("://", StringComparison.Ordinal) > 0)
        {
            return Core.Spec.DataModelId.Parse(text);
        }

        return Core.Spec.DataModelId.TryParse(text, out var id) && text.Any(char.IsDigit) ? id : null;
    }

    /// <summary>Whether a text is a UUID or an address, and so not a name.</summary>
    /// <param name="text">A text as given.</param>
    public static bool IsIdOrAddress(string text) =>
        Guid.TryParse(text, out _) || (text.IndexOf("://", StringComparison.Ordinal) > 0 && Core.Spec.DataModelId.TryParse(text, out _));

    /// <summary>Finds the models that match a name or a pattern; a literal match has priority.</summary>
    /// <param name="client">The service.</param>
    /// <param name="sought">The name or pattern.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<IReadOnlyList<Core.Api.DataModelEntry>> FindAsync(
        Core.Api.SigmaClient client,
        NameOrPattern sought,
        CancellationToken cancel)
    {
        var all = await ReadAsync(client, cancel).ConfigureAwait(false);
        var named = all.Where(model => sought.IsName(model.Name)).ToList();
        return named.Count > 0 ? named : all.Where(model => sought.IsMatch(model.Name)).ToList();
    }

    /// <summary>The error for a name that no listed model has.</summary>
    /// <param name="client">The service.</param>
    /// <param name="text">The name.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task<Core.Diagnostics.SigmaEngineException> NotFoundAsync(
        Core.Api.SigmaClient client,
        string text,
        CancellationToken cancel)
    {
        var names = (await ReadAsync(client, cancel).ConfigureAwait(false)).Select(model => model.Name);
        return BindingErrors.NotFound(Core.Diagnostics.ErrorCode.ModelNotFound, "data model", text, names);
    }

    private Task<IReadOnlyList<Core.Api.DataModelEntry>> ReadAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        lock (_gate)
        {
            return _listing is null || _listing.IsFaulted || _listing.IsCanceled ? _listing = ListAsync(client, cancel) : _listing;
        }
    }

    private static async Task<IReadOnlyList<Core.Api.DataModelEntry>> ListAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var all = await client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
        return all.Where(model => !model.IsArchived).ToList();
    }
}
