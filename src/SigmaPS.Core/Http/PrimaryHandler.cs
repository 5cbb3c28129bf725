using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>The last handler, which opens connections. The two frameworks need different ones.</summary>
internal static class PrimaryHandler
{
    /// <summary>The longest time in which a connection is established.</summary>
    private static readonly System.TimeSpan ConnectTimeout = System.TimeSpan.FromSeconds(10);

    /// <summary>The longest time for which a connection serves new requests, so that a changed address of the service is found.</summary>
    public static System.TimeSpan ConnectionLifetime { get; } = System.TimeSpan.FromMinutes(2);

    /// <summary>A handler that neither follows redirects nor keeps cookies.</summary>
    public static HttpMessageHandler Create(IWebProxy? proxy) => Create(proxy, ConnectTimeout);

#if NETFRAMEWORK
    /// <summary>The system's proxy.</summary>
    public static IWebProxy? SystemProxy => WebRequest.DefaultWebProxy;

    /// <summary>The same with another connect timeout.</summary>
    internal static HttpMessageHandler Create(IWebProxy? proxy, System.TimeSpan connectTimeout) => new ConnectTimeoutHandler(proxy, connectTimeout)
    {
        InnerHandler = new ServicePointHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            Proxy = proxy,
            UseProxy = proxy is not null,
        },
    };

    /// <summary>The body as it comes.</summary>
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
#else
    /// <summary>The system's proxy.</summary>
    public static IWebProxy? SystemProxy => HttpClient.DefaultProxy;

    /// <summary>The same with another connect timeout.</summary>
    internal static HttpMessageHandler Create(IWebProxy? proxy, System.TimeSpan connectTimeout) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        ConnectTimeout = connectTimeout,
        // Without a propagator no diagnostic event is made of a request: such an event would carry its headers, token and all.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = ConnectionLifetime,
        Proxy = proxy,
        UseProxy = proxy is not null,
    };

    /// <summary>The body as it comes.</summary>
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancel) => content.ReadAsStreamAsync(cancel);
#endif
}
