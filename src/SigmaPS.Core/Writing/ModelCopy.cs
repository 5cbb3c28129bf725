using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>The content for a copy of a model, and the elements that a copy cannot contain.</summary>
public sealed class ModelCopy
{
    private ModelCopy(SpecDocument document, IReadOnlyList<string> missing)
    {
        Document = document;
        Missing = missing;
    }

    /// <summary>The content.</summary>
    public SpecDocument Document { get; }

    /// <summary>Sentences about the elements that are not copied, because a spec cannot represent them.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Reads a model. Two requests: its spec and its elements.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The content.</returns>
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
                    $"The copy does not contain the element \"{element.Name ?? element.ElementId}\""
                        + (element.Type is null ? "" : $" ({element.Type})")
                        + ", because a spec cannot represent it.")
                .ToList());
    }
}
