namespace SigmaPS.Core.Http;

/// <summary>A response with its undecoded JSON text; callers parse it.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="contentType">The media type; empty without the header.</param>
/// <param name="text">The body, read as UTF-8.</param>
/// <param name="requestId">The service's x-request-id header; null without it.</param>
public sealed class ApiResponse(int status, string contentType, string text, string? requestId)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The media type, for example application/json; empty without the header.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>The body.</summary>
    public string Text { get; } = text;

    /// <summary>The service's ID of the request; null without the header.</summary>
    public string? RequestId { get; } = requestId;

    /// <summary>The wait that the Retry-After header asks for; null without a usable header.</summary>
    public System.TimeSpan? RetryAfter { get; init; }

    /// <summary>The WWW-Authenticate header; empty without it.</summary>
    internal string Challenge { get; init; } = "";

    /// <summary>Copies the response with another text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A copy.</returns>
    public ApiResponse With(string text) => new(Status, ContentType, text, RequestId) { RetryAfter = RetryAfter };

    /// <summary>Whether the status is in the range 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
