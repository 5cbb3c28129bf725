using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Api;

/// <summary>Parses a response of GET /spec and checks that it contains the requested model.</summary>
public static class LiveSpec
{
    /// <summary>Parses the response.</summary>
    /// <param name="answer">The response of <see cref="SigmaClient.GetSpecAsync"/>.</param>
    /// <param name="id">The UUID of the requested model.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">The response is not a complete spec, or it is the spec of another model.</exception>
    public static SpecDocument Read(ApiResponse answer, string id) => Read(answer.Text, id, answer);

    /// <summary>Parses the text of a response.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The UUID of the requested model.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">The response is not a complete spec, or it is the spec of another model.</exception>
    public static SpecDocument Read(string text, string id) => Read(text, id, null);

    private static SpecDocument Read(string text, string id, ApiResponse? answer)
    {
        var document = SpecDocument.Parse(text, $"Sigma's response for data model {id}");
        return document.DataModelId is not { } named || string.Equals(named, id, System.StringComparison.OrdinalIgnoreCase)
            ? document
            : throw new SigmaEngineException(
                ErrorCode.UnexpectedAnswer, $"Sigma's response for data model {id} contains another model ({named}), so it was not used. "
                    + "Try again.")
            {
                Target = id,
                Status = answer?.Status,
                RequestId = answer?.RequestId,
            };
    }
}
