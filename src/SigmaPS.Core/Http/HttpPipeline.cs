using System;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace SigmaPS.Core.Http;

/// <summary>The two clients of a session and the order of their handlers, outermost first, in one list.</summary>
internal sealed class HttpPipeline : IDisposable
{
    private const string Api = "api";
    private const string Token = "token";

    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;

    public HttpPipeline(Func<AccessTokenProvider> tokens, Uri address, Func<HttpMessageHandler> wire)
        : this(tokens, address, wire, PrimaryHandler.ConnectionLifetime)
    {
    }

    /// <summary>The same with another lifetime of connections.</summary>
    /// <remarks>.NET Framework has no lifetime of its own: there a new handler opens its own connections, and the old one is closed.</remarks>
    internal HttpPipeline(Func<AccessTokenProvider> tokens, Uri address, Func<HttpMessageHandler> wire, TimeSpan lifetime)
    {
        var services = new ServiceCollection();

        // The factory's own logging would write addresses and headers to whoever listens.
        services.AddHttpClient(Api, client => Configure(client, address))
            .RemoveAllLoggers()
            .SetHandlerLifetime(lifetime)
            .ConfigurePrimaryHttpMessageHandler(wire)
            .AddHttpMessageHandler(() => new HeadersHandler())
            .AddHttpMessageHandler(() => new AuthorizationHandler(tokens(), address.Authority));
        services.AddHttpClient(Token, client => Configure(client, address))
            .RemoveAllLoggers()
            .SetHandlerLifetime(lifetime)
            .ConfigurePrimaryHttpMessageHandler(wire)
            .AddHttpMessageHandler(() => new HeadersHandler());
        _services = services.BuildServiceProvider();
        _factory = _services.GetRequiredService<IHttpClientFactory>();
    }

    /// <summary>A client whose requests carry the token. Taken anew for each request, so that connections can be rotated.</summary>
    public HttpClient ForApi() => _factory.CreateClient(Api);

    /// <summary>A client for the token endpoint.</summary>
    public HttpClient ForToken() => _factory.CreateClient(Token);

    public void Dispose() => _services.Dispose();

    private static void Configure(HttpClient client, Uri address)
    {
        client.BaseAddress = address;

        // The transport's own clock ends a try, its body included, and it bounds the body itself.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
