using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Api;

/// <summary>The errors of requests that are not sent, and of responses that cannot be used.</summary>
internal static class ApiErrors
{
    /// <summary>The response contains another model than the requested one.</summary>
    public static SigmaEngineException OtherModel(ApiResponse response, string id, string named) => new(
        ErrorCode.UnexpectedAnswer,
        $"Sigma's response for data model {id} contains another model ({named}), so it was not used. Try again.")
    {
        Target = id,
        Status = response.Status,
        RequestId = response.RequestId,
    };

    /// <summary>The response does not confirm that the model was created.</summary>
    /// <param name="about">The new model.</param>
    /// <param name="response">The response.</param>
    public static SigmaEngineException CreateNotConfirmed(string about, ApiResponse response) => new(
        ErrorCode.UnexpectedAnswer,
        $"Sigma's response for {about} does not confirm that it was created (status {response.Status}).")
    {
        Target = about,
        Status = response.Status,
        RequestId = response.RequestId,
    };

    /// <summary>The response is YAML with an error.</summary>
    public static SigmaEngineException UnreadableYaml(ApiResponse response, string id, JsonSyntaxException cause) => new(
        ErrorCode.UnexpectedAnswer,
        $"Sigma's response for data model {id} is YAML that cannot be parsed: {cause.Message} Try again.",
        cause)
    {
        Status = response.Status,
        RequestId = response.RequestId,
    };

    /// <summary>The response lacks the user of the session, or the organization.</summary>
    public static SigmaEngineException NoIdentity(Identity identity, ApiResponse response)
    {
        var missing = string.IsNullOrEmpty(identity.OrganizationId) ? "an organization" : "a user";
        return new SigmaEngineException(
            ErrorCode.UnexpectedAnswer,
            $"Sigma's response to the check of the session does not contain {missing}, so no session was opened.")
        {
            Status = response.Status,
            RequestId = response.RequestId,
        };
    }

    /// <summary>A list would never end.</summary>
    public static SigmaEngineException RepeatedMarker(string about, ApiResponse response) => new(
        ErrorCode.UnexpectedAnswer,
        $"Sigma returned the same page marker twice for {about}, so the list would never end. Try again. "
            + "If the error stays, give the request ID to Sigma's support.")
    {
        RequestId = response.RequestId,
    };

    /// <summary>A list is not complete.</summary>
    public static SigmaEngineException IncompleteList(string about, string problem, ApiResponse response) => new(
        ErrorCode.UnexpectedAnswer,
        $"Sigma's response for {about} is incomplete: {problem}. Try again.")
    {
        RequestId = response.RequestId,
    };

    /// <summary>The path of a request contains characters that no path of the API has.</summary>
    public static SigmaEngineException InvalidPath(string path) => new(
        ErrorCode.InvalidArgument,
        $"The path '{path}' contains a backslash, # or a control character, which paths of the API do not contain. "
            + "Encode it, or use -Query.");

    /// <summary>The request would write a spec without any check.</summary>
    public static SigmaEngineException SpecWriteRefused(string method) => new(
        ErrorCode.InvalidArgument,
        $"{method} of a spec is refused here, because it would skip every check. "
            + "Use Set-SigmaDataModelSpec, which compares with the live model first.");

    /// <summary>The address of a request is not on the session's host.</summary>
    public static SigmaEngineException OtherHost(Uri address) => new(
        ErrorCode.InvalidArgument,
        $"The address is not on the session's own host {address.Authority}, so no request was sent. "
            + "The token is only for this host. Specify the path alone, for example v2/files.");
}
