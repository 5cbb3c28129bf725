using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>What a copy of a model is made from, and what of the model a copy cannot have.</summary>
public sealed class ModelCopy
{
    private ModelCopy(SpecDocument document, IReadOnlyList<string> missing)
    {
        Document = document;
        Missing = missing;
    }

    /// <summary>The content.</summary>
    public SpecDocument Document { get; }

    /// <summary>What a person should know before and after: elements that no representation shows are not copied.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Reads a model. Two requests: its representation and its elements.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>What to make the copy from.</returns>
    /// <exception cref="SigmaEngineException">The model cannot be read.</exception>
    public static async Task<ModelCopy> ReadAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var document = (await LiveSpecReader.ReadAsync(client, id, null, cancel).ConfigureAwait(false)).Document;
        var elements = await client.GetElementsAsync(id, cancel).ConfigureAwait(false);
        return new ModelCopy(
            document,
            WriteGuards
                .Hidden(document, elements)
                .Select(element =>
                    $"The element \"{element.Name ?? element.ElementId}\"{(element.Type is null ? "" : " of type " + element.Type)} is "
                        + "shown by no representation, so the copy is without it."
                )
                .ToList());
    }
}
