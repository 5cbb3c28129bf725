using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Whether a response to a PUT or POST of a spec confirms the write: the service promises 200, success true and the model's ID.
/// </summary>
internal static class PutConfirmation
{
    /// <summary>Why a response of a PUT does not confirm the write; null if it confirms it.</summary>
    /// <param name="response">The response.</param>
    /// <param name="id">The target model.</param>
    public static SigmaEngineException? Doubt(ApiResponse response, string id)
    {
        var why = Why(response, id);
        return why is null
            ? null
            : new SigmaEngineException(
                ErrorCode.UnexpectedAnswer,
                $"Sigma's response to the write of data model {id} does not confirm it: {why}.")
            {
                Target = id,
                Status = response.Status,
                RequestId = response.RequestId,
            };
    }

    /// <summary>Why a response does not confirm a change of a file; null if it confirms it.</summary>
    /// <param name="response">The response.</param>
    /// <param name="request">The request.</param>
    public static SigmaEngineException? DoubtOfFile(ApiResponse response, ApiRequest request)
    {
        var body = Body(response, request.About ?? "");
        var why = response.Status != 200 ? $"its status is {response.Status}"
            : body is null ? "it is not a JSON object"
            : body["success"] is JsonBoolean { Value: false } ? "it does not report success"
            : null;
        return why is null
            ? null
            : new SigmaEngineException(
                ErrorCode.UnexpectedAnswer,
                $"Sigma's response to {request.Method} of {request.About} does not confirm it: {why}.")
            {
                Target = request.About,
                Status = response.Status,
                RequestId = response.RequestId,
            };
    }

    /// <summary>
    /// Whether the write may have been applied, because the error came with a status of success: an HTML page, a cut or oversized body,
    /// or unreadable bytes.
    /// </summary>
    public static bool MayBeApplied(SigmaEngineException error) =>
        !error.IsUnprocessed && (error.Kind is ErrorCode.NetworkUnavailable or ErrorCode.ServiceUnavailable
            || (error.Status is >= 200 and < 300 && error.Kind is ErrorCode.NotJson or ErrorCode.UnexpectedAnswer));

    /// <summary>The other model that a response contains; null without one.</summary>
    public static string? OtherModel(ApiResponse response, string id) =>
        Body(response, id)?.Text("dataModelId") is { } named
        && !(DataModelId.TryParse(named, out var uuid) && string.Equals(uuid, id, System.StringComparison.OrdinalIgnoreCase))
            ? named
            : null;

    private static string? Why(ApiResponse response, string id)
    {
        if (response.Status != 200)
        {
            return $"its status is {response.Status}";
        }

        var body = Body(response, id);
        return body is null ? (response.Text.Trim().Length == 0 ? "it is empty" : "it is not a JSON object")
            : body["success"] is not JsonBoolean { Value: true } ? "it does not report success"
            : OtherModel(response, id) is { } other ? $"it is about another data model ({other})"
            : body.Has("dataModelId") ? null
            : "it does not name the data model";
    }

    private static JsonObject? Body(ApiResponse response, string id)
    {
        try
        {
            return JsonTree.Parse(SpecResponse.AsJson(response, id).Text) as JsonObject;
        }
        catch (JsonSyntaxException)
        {
            return null;
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.UnexpectedAnswer)
        {
            return null;
        }
    }
}
