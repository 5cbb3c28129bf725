using System;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SigmaPS.Core.Http;

/// <summary>The two clients of a session and the order of their handlers, outermost first, in one list.</summary>
internal sealed class HandlerChain : IDisposable
{
    private const string Api = "api";
    private const string Token = "token";
    private const long LargestAnswer = 256L * 1024 * 1024;

    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;

    public HandlerChain(Func<TokenSource> tokens, Uri address, Func<HttpMessageHandler> wire, TimeSpan timeout)
    {
        var services = new ServiceCollection();

        // The factory's own logging would write addresses and headers to whoever listens.
        services.AddHttpClient(Api, client => Configure(client, address, timeout))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(wire)
            .AddHttpMessageHandler(() => new HeadersHandler())
            .AddHttpMessageHandler(() => new AuthHandler(tokens(), address.Authority));
        services.AddHttpClient(Token, client => Configure(client, address, timeout))
            .RemoveAllLoggers()
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

    private static void Configure(HttpClient client, Uri address, TimeSpan timeout)
    {
        client.BaseAddress = address;
        client.Timeout = timeout;
        client.MaxResponseContentBufferSize = LargestAnswer;
    }
}
