using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>The representation of a model that a user named as the target of something.</summary>
public static class LiveSpecReader
{
    /// <summary>Reads it. One request; a second one where there is none, to see what else the id may name.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="version">Its version; null for the latest.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The document and its exact text.</returns>
    /// <exception cref="SigmaEngineException">It cannot be read, or the id is that of something else.</exception>
    public static async Task<(SpecDocument Document, string Text)> ReadAsync(
        SigmaClient client,
        string id,
        long? version,
        CancellationToken cancel)
    {
        try
        {
            var answer = await client.GetSpecAsync(id, version, cancel).ConfigureAwait(false);
            return (LiveSpec.Read(answer, id), answer.Text);
        }
        catch (SigmaEngineException e) when (WriteErrorDiagnosis.MayBeAnotherThing(e))
        {
            throw await WriteErrorDiagnosis.ForMissingModelAsync(client, id, e, cancel).ConfigureAwait(false);
        }
    }
}
