using System;
using System.Globalization;
using Newtonsoft.Json.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Converts an error response into an error that a person can act on.</summary>
/// <remarks>Error bodies are {message?, code?, requestId?}; raw validator output carries a summary instead (sigma-api, errors).</remarks>
internal static class ErrorResponseMapper
{
    /// <summary>Creates the error of a response.</summary>
    public static SigmaEngineException From(ApiRequest request, ApiResponse response)
    {
        if (HtmlErrorPage.IsHtml(response))
        {
            return HtmlErrorPage.Fault(request, response);
        }

        var body = ApiJson.TryObject(response.Text);
        var said = Message(body) ?? (response.Text.Length is > 0 and <= 300 ? response.Text.Trim() : null);
        var code = Word(body, "code");
        var kind = Kind(request, response.Status, code);
        return new SigmaEngineException(kind, Sentence(kind, request, response.Status, said))
        {
            Target = request.About,
            Status = response.Status,
            Code = code,
            IsUnprocessed = kind == ErrorCode.Throttled,
            RetryAfter = response.RetryAfter,
            RequestId = Word(body, "requestId") ?? response.RequestId,
        };
    }

    private static string? Message(JObject? body) =>
        Word(body, "message") ?? Word(body, "summary") ?? Word(body?["error"] as JObject, "message");

    private static string? Word(JObject? body, string name) => body?[name] is JValue { Value: not null } value
        ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
        : null;

    private static ErrorCode Kind(ApiRequest request, int status, string? code) => status switch
    {
        _ when code == "inode_archived" => ErrorCode.ModelArchived,
        401 => ErrorCode.AuthenticationFailed,
        403 => ErrorCode.PermissionDenied,
        404 => request.WhenMissing,
        429 or 430 => ErrorCode.Throttled,
        >= 300 and < 400 => ErrorCode.UnexpectedAnswer,
        400 when request.Path.EndsWith("/spec", StringComparison.Ordinal) => ErrorCode.InvalidSpec,
        >= 500 or 408 => ErrorCode.ServiceUnavailable,
        _ => ErrorCode.RequestRefused,
    };

    // Our sentence comes first, then Sigma's, then the action: Sigma's own text is often misleading alone.
    private static string Sentence(ErrorCode kind, ApiRequest request, int status, string? said)
    {
        var about = (request.About ?? "the request") + (request.Part is { } named ? $" ({named.Name})" : "");
        var first = $"Sigma returned status {status} for {about}" + (said is null ? "." : $": \"{said.TrimEnd('.')}.\"");
        var list = request.Part is { } part ? $" To list what exists, run: {part.ListCommand}." : "";
        return kind switch
        {
            ErrorCode.AuthenticationFailed => first + " The client ID, secret or token is wrong, or it belongs to another region or host.",
            ErrorCode.PermissionDenied => first + " " + MissingPermission.Describe(request),
            ErrorCode.ModelNotFound or ErrorCode.ItemNotFound => first
                + " It does not exist in this organization, or the owner of the credentials may not see it."
                + list,
            ErrorCode.ModelArchived when IsDocument(request) =>
                first + " The document, or something that it reads, is in the trash. Its owner can repair it in Sigma.",
            ErrorCode.ModelArchived => first + " The model is in the trash. To restore it, run Restore-SigmaDataModel.",
            ErrorCode.Throttled => first + " Sigma received too many requests. Wait a minute and try again.",
            ErrorCode.ServiceUnavailable => first + " This is an error of the service. Try again later.",
            ErrorCode.UnexpectedAnswer => first + " The redirect was not followed, because the token is only for this host. "
                + "Check -Region or -BaseUrl.",
            ErrorCode.RequestRefused => first + list,
            _ => first,
        };
    }

    private static bool IsDocument(ApiRequest request) =>
        request.Path.StartsWith("v2/workbooks", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWith("v2/reports", StringComparison.OrdinalIgnoreCase);
}
