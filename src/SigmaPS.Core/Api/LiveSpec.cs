using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Api;

/// <summary>The live spec of a model, parsed once.</summary>
/// <param name="Document">The document.</param>
/// <param name="Text">The exact text.</param>
public sealed record LiveSpec(SpecDocument Document, string Text)
{
    /// <summary>The service's ID of the request; null without the header.</summary>
    public string? RequestId { get; init; }

    /// <summary>When the response came, by the session's clock.</summary>
    internal DateTimeOffset ReadAt { get; init; }

    /// <summary>How many writes of this model the session had sent before the request.</summary>
    internal long SendsBefore { get; init; }

    /// <summary>Parses a response and checks that it contains the requested model.</summary>
    /// <param name="response">The response of GET /spec.</param>
    /// <param name="id">The UUID of the requested model.</param>
    /// <returns>The spec.</returns>
    /// <exception cref="SigmaEngineException">The response is not a complete spec, or it is the spec of another model.</exception>
    internal static LiveSpec Parse(ApiResponse response, string id)
    {
        var document = SpecDocument.Parse(response.Text, $"Sigma's response for data model {id}");
        return document.DataModelId is not { } named || string.Equals(named, id, StringComparison.OrdinalIgnoreCase)
            ? new LiveSpec(document, response.Text) { RequestId = response.RequestId }
            : throw ApiErrors.OtherModel(response, id, named);
    }
}
