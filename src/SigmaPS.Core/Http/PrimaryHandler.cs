using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Creates the innermost handler, which opens connections. The two frameworks need different ones.</summary>
internal static class PrimaryHandler
{
    /// <summary>The timeout of establishing a connection.</summary>
    private static readonly System.TimeSpan ConnectTimeout = System.TimeSpan.FromSeconds(10);

    /// <summary>How long a connection serves new requests. The limit lets the session find a changed address of the service.</summary>
    public static System.TimeSpan ConnectionLifetime { get; } = System.TimeSpan.FromMinutes(2);

    /// <summary>Creates a handler that neither follows redirects nor keeps cookies.</summary>
    public static HttpMessageHandler Create(IWebProxy? proxy) => Create(proxy, ConnectTimeout);

#if NETFRAMEWORK
    /// <summary>The system's proxy.</summary>
    public static IWebProxy? SystemProxy => WebRequest.DefaultWebProxy;

    /// <summary>Creates the handler with another connect timeout.</summary>
    internal static HttpMessageHandler Create(IWebProxy? proxy, System.TimeSpan connectTimeout) =>
        new ConnectTimeoutHandler(proxy, connectTimeout)
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

    /// <summary>Opens the body as a stream while it arrives.</summary>
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
#else
    /// <summary>The system's proxy.</summary>
    public static IWebProxy? SystemProxy => HttpClient.DefaultProxy;

    /// <summary>Creates the handler with another connect timeout.</summary>
    internal static HttpMessageHandler Create(IWebProxy? proxy, System.TimeSpan connectTimeout) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        ConnectTimeout = connectTimeout,
        // Without a propagator .NET raises no diagnostic event for a request. Such an event would contain its headers, including the token.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = ConnectionLifetime,
        Proxy = proxy,
        UseProxy = proxy is not null,
    };

    /// <summary>Opens the body as a stream while it arrives.</summary>
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancel) => content.ReadAsStreamAsync(cancel);
#endif
}
