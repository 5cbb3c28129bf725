using System.Net;
using System.Net.Http;

namespace SigmaPS.Core.Http;

/// <summary>A response whose body has been read.</summary>
internal sealed class ApiResponseMessage : HttpResponseMessage
{
    public ApiResponseMessage(ApiResponse response) : base((HttpStatusCode)response.Status) => Response = response;

    /// <summary>The response.</summary>
    public ApiResponse Response { get; }
}
