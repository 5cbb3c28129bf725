namespace SigmaPS.Core.Http;

/// <summary>An answer as a value; parsing is a step of its own.</summary>
public sealed class ApiResponse
{
    /// <summary>Makes an answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The media type, or empty.</param>
    /// <param name="text">The body, read as UTF-8.</param>
    /// <param name="requestId">The service's x-request-id header, or null.</param>
    public ApiResponse(int status, string contentType, string text, string? requestId)
    {
        Status = status;
        ContentType = contentType;
        Text = text;
        RequestId = requestId;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The media type, for example application/json; empty where the answer names none.</summary>
    public string ContentType { get; }

    /// <summary>The body.</summary>
    public string Text { get; }

    /// <summary>The service's name for the request.</summary>
    public string? RequestId { get; }

    /// <summary>How long the service asks to wait; null where it says nothing.</summary>
    public System.TimeSpan? RetryAfter { get; init; }

    /// <summary>The same answer with another text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A copy.</returns>
    public ApiResponse With(string text) => new(Status, ContentType, text, RequestId) { RetryAfter = RetryAfter };

    /// <summary>Whether the status says success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
