using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>The last handler, which opens connections. The two frameworks need different ones.</summary>
internal static class Transport
{
#if NETFRAMEWORK
    /// <summary>The system's proxy.</summary>
    public static IWebProxy? SystemProxy => WebRequest.DefaultWebProxy;

    /// <summary>A handler that neither follows redirects nor keeps cookies.</summary>
    public static HttpMessageHandler Create(IWebProxy? proxy) => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        MaxConnectionsPerServer = 16,
        Proxy = proxy,
        UseProxy = proxy is not null,
    };

    /// <summary>The body as it comes.</summary>
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
#else
    private static readonly System.TimeSpan ConnectTimeout = System.TimeSpan.FromSeconds(10);

    /// <summary>The system's proxy.</summary>
    public static IWebProxy? SystemProxy => HttpClient.DefaultProxy;

    /// <summary>A handler that neither follows redirects nor keeps cookies.</summary>
    public static HttpMessageHandler Create(IWebProxy? proxy) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        ConnectTimeout = ConnectTimeout,
        // Without a propagator no diagnostic event is made of a request: such an event would carry its headers, token and all.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = System.TimeSpan.FromMinutes(2),
        Proxy = proxy,
        UseProxy = proxy is not null,
    };

    /// <summary>The body as it comes.</summary>
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancel) => content.ReadAsStreamAsync(cancel);
#endif
}
