using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;

namespace SigmaPS.Core.Http;

/// <summary>The HTTP pipeline: the two HTTP clients of a session and their handlers, outermost first.</summary>
/// <remarks>The first clients are made by hand, because Microsoft.Extensions.Http takes longer to compile than a short session lasts.
/// After their lifetime its factory takes over.</remarks>
internal sealed class HttpPipeline : IDisposable
{
    private readonly object _gate = new();
    private readonly Func<DelegatingHandler>[] _api;
    private readonly Func<DelegatingHandler>[] _token;
    private readonly Func<HttpMessageHandler> _wire;
    private readonly Uri _address;
    private readonly TimeSpan _lifetime;
    private readonly Stopwatch _age = Stopwatch.StartNew();
    private HttpMessageHandler? _firstWire;
    private HttpClient? _firstApi;
    private HttpClient? _firstToken;
    private RotatingClients? _rotating;

    public HttpPipeline(HandlerContext context, Func<HttpMessageHandler> wire) : this(context, wire, PrimaryHandler.ConnectionLifetime)
    {
    }

    /// <summary>Creates the pipeline with another lifetime of connections.</summary>
    /// <remarks>.NET Framework has no connection lifetime. There the factory replaces the handler, and the new one opens its own
    /// connections.</remarks>
    internal HttpPipeline(HandlerContext context, Func<HttpMessageHandler> wire, TimeSpan lifetime)
    {
        _address = context.Address;
        _wire = wire;
        _lifetime = lifetime;

        // Retry is outermost: each attempt waits for its turn and asks for a live token.
        _api =
        [
            () => new RetryHandler(context.Patience, context.Time, context.Random),
            () => new ConcurrencyHandler(context.Limiter),
            () => new InFlightWriteHandler(),
            () => new ErrorResponseHandler(context.Tokens, context.Credential),
            () => new ResponseBodyHandler(context),
            () => new HeadersHandler(),
            () => new AuthorizationHandler(context.Tokens, context.Address.Authority),
        ];
        _token = [() => new ResponseBodyHandler(context), () => new HeadersHandler()];
    }

    /// <summary>Gives a client that adds the token. Ask for one per request, so that connections can be rotated.</summary>
    public HttpClient ForApi() => _age.Elapsed < _lifetime ? First(ref _firstApi, _api) : Rotating().ForApi();

    /// <summary>Gives a client for the token endpoint.</summary>
    public HttpClient ForToken() => _age.Elapsed < _lifetime ? First(ref _firstToken, _token) : Rotating().ForToken();

    public void Dispose()
    {
        lock (_gate)
        {
            // Each client disposes its handlers, and with them the primary handler.
            _firstApi?.Dispose();
            _firstToken?.Dispose();
            _rotating?.Dispose();
        }
    }

    private RotatingClients Rotating()
    {
        lock (_gate)
        {
            return _rotating ??= new RotatingClients(_api, _token, _wire, Configure, _lifetime);
        }
    }

    private HttpClient First(ref HttpClient? client, Func<DelegatingHandler>[] handlers)
    {
        lock (_gate)
        {
            return client ??= Create(handlers, _firstWire ??= _wire());
        }
    }

    private HttpClient Create(Func<DelegatingHandler>[] handlers, HttpMessageHandler wire)
    {
        var outermost = wire;
        for (var i = handlers.Length - 1; i >= 0; i--)
        {
            var handler = handlers[i]();
            handler.InnerHandler = outermost;
            outermost = handler;
        }

        var client = new HttpClient(outermost);
        Configure(client);
        return client;
    }

    private void Configure(HttpClient client)
    {
        client.BaseAddress = _address;

        // ResponseBodyHandler has a timeout per attempt, body included, and limits the size of the body.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
