using System;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace SigmaPS.Core.Http;

/// <summary>The two HTTP clients of a session and their handlers, outermost first.</summary>
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

    /// <summary>Creates the pipeline with another lifetime of connections.</summary>
    /// <remarks>.NET Framework has no connection lifetime. There the factory replaces the handler, and the new one opens its own
    /// connections.</remarks>
    internal HttpPipeline(Func<AccessTokenProvider> tokens, Uri address, Func<HttpMessageHandler> wire, TimeSpan lifetime)
    {
        var services = new ServiceCollection();

        // The factory's own loggers would write addresses and headers.
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

    /// <summary>Creates a client that adds the token. Create one per request, so that connections can be rotated.</summary>
    public HttpClient ForApi() => _factory.CreateClient(Api);

    /// <summary>Creates a client for the token endpoint.</summary>
    public HttpClient ForToken() => _factory.CreateClient(Token);

    public void Dispose() => _services.Dispose();

    private static void Configure(HttpClient client, Uri address)
    {
        client.BaseAddress = address;

        // SigmaHttpClient has its own timeout per attempt, body included, and limits the size of the body.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
