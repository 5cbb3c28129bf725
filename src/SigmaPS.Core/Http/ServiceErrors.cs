using System;
using System.Globalization;
using Newtonsoft.Json.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Turns an answer that is no success into the fault that a person can act on.</summary>
/// <remarks>Error bodies are {message?, code?, requestId?}; raw validator output carries a summary instead (sigma-api, errors).</remarks>
internal static class ServiceErrors
{
    /// <summary>The fault of an answer.</summary>
    public static SigmaFaultException From(ApiRequest request, ApiResponse response)
    {
        if (Page.IsHtml(response))
        {
            return Page.Fault(request, response);
        }

        var body = ApiJson.TryObject(response.Text);
        var said = Message(body) ?? (response.Text.Length is > 0 and <= 300 ? response.Text.Trim() : null);
        var code = Word(body, "code");
        var kind = Kind(request, response.Status, code);
        return new SigmaFaultException(kind, Sentence(kind, request, response.Status, said))
        {
            Target = request.About,
            Status = response.Status,
            Code = code,
            IsUnprocessed = kind == FaultKind.Throttled,
            RetryAfter = response.RetryAfter,
            RequestId = Word(body, "requestId") ?? response.RequestId,
        };
    }

    private static string? Message(JObject? body) =>
        Word(body, "message") ?? Word(body, "summary") ?? Word(body?["error"] as JObject, "message");

    private static string? Word(JObject? body, string name) => body?[name] is JValue { Value: not null } value
        ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
        : null;

    private static FaultKind Kind(ApiRequest request, int status, string? code) => status switch
    {
        _ when code == "inode_archived" => FaultKind.ModelArchived,
        401 => FaultKind.AuthenticationFailed,
        403 => FaultKind.PermissionDenied,
        404 => request.WhenMissing,
        429 or 430 => FaultKind.Throttled,
        >= 300 and < 400 => FaultKind.UnexpectedAnswer,
        400 when request.Path.EndsWith("/spec", StringComparison.Ordinal) => FaultKind.InvalidSpec,
        >= 500 or 408 => FaultKind.ServiceUnavailable,
        _ => FaultKind.RequestRefused,
    };

    // The service's words first; then what they mean here and what to do.
    private static string Sentence(FaultKind kind, ApiRequest request, int status, string? said)
    {
        var about = request.About ?? "the request";
        var first = said is null ? $"Sigma answered {status} for {about}." : $"{said.TrimEnd('.')}. (Sigma, status {status}, about {about}.)";
        return kind switch
        {
            FaultKind.AuthenticationFailed => first + " The client id, secret or token, or the region or host it belongs to, is not the right one.",
            FaultKind.PermissionDenied => first + " " + MissingPermission.Of(request),
            FaultKind.ModelNotFound or FaultKind.ItemNotFound => first + " Either it does not exist in this organisation or the user behind the credentials may not see it.",
            FaultKind.ModelArchived => first + " The model is in the trash; bring it back with Restore-SigmaDataModel first.",
            FaultKind.Throttled => first + " Too many requests; wait a minute and try again.",
            FaultKind.ServiceUnavailable => first + " This is a fault of the service; try again later.",
            FaultKind.UnexpectedAnswer => first + " The service wants to redirect this request, which is not followed, because the token belongs to this host alone.",
            _ => first,
        };
    }
}
