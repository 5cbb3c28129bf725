using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Sets User-Agent and Accept on every request. Without Accept, the service has responded in YAML (sigma-api 4.3).</summary>
internal sealed class HeadersHandler : DelegatingHandler
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue Us = new(
        "SigmaPS",
        typeof(HeadersHandler).Assembly.GetName().Version?.ToString(3) ?? "0");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(Json);

        // .NET Framework sends "Expect: 100-continue"; some proxies reject it.
        request.Headers.ExpectContinue = false;
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(Us);
        return base.SendAsync(request, cancellationToken);
    }
}
