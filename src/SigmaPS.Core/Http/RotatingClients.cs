using System;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SigmaPS.Core.Http;

/// <summary>The two HTTP clients of a session, with handlers that Microsoft.Extensions.Http replaces after their lifetime.</summary>
internal sealed class RotatingClients : IDisposable
{
    private const string Api = "api";
    private const string Token = "token";

    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;

    /// <summary>Registers the handlers.</summary>
    /// <param name="api">Creates the handlers of an API request, outermost first.</param>
    /// <param name="token">Creates the handlers of a token request.</param>
    /// <param name="wire">Creates the innermost handler.</param>
    /// <param name="configure">Prepares a client.</param>
    /// <param name="lifetime">How long a handler serves new requests.</param>
    public RotatingClients(
        Func<DelegatingHandler>[] api,
        Func<DelegatingHandler>[] token,
        Func<HttpMessageHandler> wire,
        Action<HttpClient> configure,
        TimeSpan lifetime)
    {
        var services = new ServiceCollection();
        foreach (var (name, handlers) in new[] { (Api, api), (Token, token) })
        {
            // The factory's own loggers would write addresses and headers.
            var client = services.AddHttpClient(name, configure)
                .RemoveAllLoggers()
                .SetHandlerLifetime(lifetime)
                .ConfigurePrimaryHttpMessageHandler(wire);
            Array.ForEach(handlers, handler => client.AddHttpMessageHandler(handler));
        }

        _services = services.BuildServiceProvider();
        _factory = _services.GetRequiredService<IHttpClientFactory>();
    }

    public HttpClient ForApi() => _factory.CreateClient(Api);

    public HttpClient ForToken() => _factory.CreateClient(Token);

    public void Dispose() => _services.Dispose();
}
