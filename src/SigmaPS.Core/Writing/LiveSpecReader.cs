using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Writing;

/// <summary>Reads the live spec of a model that a user named, and explains why it cannot be read.</summary>
public static class LiveSpecReader
{
    /// <summary>Reads the spec. One request; a second one if there is no such model, to find out which item the ID belongs to.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="version">The version; null for the latest.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The document and its exact text.</returns>
    /// <exception cref="SigmaEngineException">The spec cannot be read, or the ID belongs to another kind of item.</exception>
    public static async Task<LiveSpec> ReadAsync(SigmaClient client, string id, long? version, CancellationToken cancel)
    {
        try
        {
            return await client.GetSpecAsync(id, version, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (WriteErrorDiagnosis.MayBeAnotherThing(e))
        {
            throw await WriteErrorDiagnosis.ForMissingModelAsync(client, id, e, cancel).ConfigureAwait(false);
        }
    }
}
