using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Says on every request who we are and that we want JSON: without it the service has answered in YAML (sigma-api 4.3).</summary>
internal sealed class HeadersHandler : DelegatingHandler
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue Us = new("SigmaPS", typeof(HeadersHandler).Assembly.GetName().Version?.ToString(3) ?? "0");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(Json);

        // .NET Framework would ask for leave before each body, which some proxies refuse.
        request.Headers.ExpectContinue = false;
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(Us);
        return base.SendAsync(request, cancellationToken);
    }
}
