using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.History;

/// <summary>A model's published versions, newest first. Sigma does not list versions, so each is requested by its number.</summary>
public static class VersionHistory
{
    /// <summary>Reads versions from the latest one down; each is requested after the one before it was received.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="last">The number of version numbers to try.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The versions, and whether each is the latest one.</returns>
    /// <exception cref="SigmaEngineException">
    /// The model cannot be read. A single version that Sigma does not return is skipped with a warning.
    /// </exception>
    public static async IAsyncEnumerable<(SpecDocument Document, bool IsLatest)> ListAsync(
        SigmaClient client, string id, int last, [EnumeratorCancellation] CancellationToken cancel)
    {
        var latest = (await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false)).Document;
        yield return (latest, true);
        var newest = latest.LatestVersion ?? 0;
        for (var number = newest - 1; number >= 1 && newest - number < last; number--)
        {
            if (await TryReadAsync(client, id, number, cancel).ConfigureAwait(false) is { } older)
            {
                yield return (older, false);
            }
        }
    }

    /// <summary>Reads one version that a person named.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="version">Its number.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">Sigma does not give it.</exception>
    public static async Task<SpecDocument> ReadNumberAsync(SigmaClient client, string id, long version, CancellationToken cancel)
    {
        try
        {
            return (await client.GetSpecAsync(id, version, cancel).ConfigureAwait(false)).Document;
        }
        catch (SigmaEngineException e) when (IsAboutVersion(e))
        {
            throw e.With(e.Kind, e.Message, id);
        }
    }

    /// <summary>Reads the nearest version that the service gives, from one number down to another.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="newest">The number to begin with.</param>
    /// <param name="oldest">The number to end with.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The document; null where the service gives none of them.</returns>
    public static async Task<SpecDocument?> ReadNearestAsync(SigmaClient client, string id, long newest, long oldest,
        CancellationToken cancel)
    {
        for (var number = newest; number >= oldest; number--)
        {
            if (await TryReadAsync(client, id, number, cancel).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // The model is there, for its latest version was just read: a 404 or 400 is about the version.
    private static async Task<SpecDocument?> TryReadAsync(SigmaClient client, string id, long version, CancellationToken cancel)
    {
        try
        {
            return (await client.GetSpecAsync(id, version, cancel).ConfigureAwait(false)).Document;
        }
        catch (SigmaEngineException e) when (IsAboutVersion(e))
        {
            client.Log.Verbose($"Version {version} of data model {id} is passed over, because Sigma does not give it: {e.Message}");
            return null;
        }
    }

    private static bool IsAboutVersion(SigmaEngineException e) => e.Status is 400 or 404
        && e.Kind is (ErrorCode.ModelNotFound or ErrorCode.RequestRefused);
}
