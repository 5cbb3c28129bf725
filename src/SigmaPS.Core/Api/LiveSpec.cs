using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Api;

/// <summary>A response of GET /spec as a document of the model that was asked for.</summary>
public static class LiveSpec
{
    /// <summary>Reads the response.</summary>
    /// <param name="answer">What <see cref="SigmaClient.GetSpecAsync"/> gave.</param>
    /// <param name="id">The UUID that was asked for.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">It is not a complete spec, or it is the spec of another model.</exception>
    public static SpecDocument Read(ApiResponse answer, string id) => Read(answer.Text, id, answer);

    /// <summary>The same for the text of a response.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The UUID that was asked for.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">It is not a complete spec, or it is the spec of another model.</exception>
    public static SpecDocument Read(string text, string id) => Read(text, id, null);

    private static SpecDocument Read(string text, string id, ApiResponse? answer)
    {
        var document = SpecDocument.Parse(text, $"Sigma's answer for data model {id}");
        return document.DataModelId is not { } named || string.Equals(named, id, System.StringComparison.OrdinalIgnoreCase)
            ? document
            : throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, $"Sigma's response for data model {id} is about another model ({named}), so it was not used. Try again.")
            {
                Target = id,
                Status = answer?.Status,
                RequestId = answer?.RequestId,
            };
    }
}
