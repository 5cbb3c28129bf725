using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Sends requests and returns responses; at most five requests per session are in flight.</summary>
public sealed class SigmaHttpClient : IDisposable
{
    /// <summary>The maximum of requests in flight per session. In practice, the network edge stops more (sigma-api 3.3).</summary>
    public const int MaxInFlight = 5;

    private readonly HttpPipeline _pipeline;
    private readonly AccessTokenProvider _tokens;
    private readonly CancellationTokenSource _closed = new();
    private readonly TimeProvider _time;
    private readonly SignInService _signIn;

    /// <summary>Creates a client; it sends nothing yet.</summary>
    /// <param name="address">The base address with a final slash.</param>
    /// <param name="credential">The credentials.</param>
    /// <param name="patience">The timeouts.</param>
    /// <param name="proxy">The proxy to go through; null for the system's.</param>
    public SigmaHttpClient(Uri address, Credential credential, RetryOptions patience, IWebProxy? proxy = null)
        : this(address, credential, patience, proxy, PrimaryHandler.Create, SessionClock.For(address))
    {
    }

    /// <summary>Creates a client with another primary handler and another clock.</summary>
    internal SigmaHttpClient(
        Uri address,
        Credential credential,
        RetryOptions patience,
        IWebProxy? proxy,
        Func<IWebProxy?, HttpMessageHandler> wire,
        TimeProvider time)
    {
        Address = address;
        Credential = credential;
        Patience = patience;

        // Plain http is only for this machine. A proxy could read the secret, so such a request never uses one.
        var via = address.IsLoopback ? null : proxy ?? PrimaryHandler.SystemProxy;
        _time = time;
        _signIn = new SignInService(address, SendForTokenAsync, _time, text => _tokens!.Redact(text));
        _tokens = new AccessTokenProvider(
            credential, new TokenRequests(address, SendForTokenAsync, _signIn, _time, _closed.Token).RequestAsync, _time);
        _pipeline = new HttpPipeline(new HandlerContext(address, credential, patience, via, time, () => _tokens), () => wire(via));
    }

    /// <summary>The timeouts.</summary>
    public RetryOptions Patience { get; }

    /// <summary>The base address.</summary>
    public Uri Address { get; }

    /// <summary>The credentials of the session.</summary>
    public Credential Credential { get; }

    /// <summary>When the current token expires; null if that is unknown.</summary>
    public DateTimeOffset? TokenExpiresAt => _tokens.ExpiresAt;

    /// <summary>The writes whose outcome is unknown.</summary>
    internal InFlightWrites Writes { get; } = new();

    /// <summary>Returns and removes the reports about writes whose command was stopped.</summary>
    /// <returns>One or two sentences per write.</returns>
    public IReadOnlyList<string> DrainAbandonedWrites() => Writes.DrainAbandoned();

    /// <summary>One queue of writes per model ID.</summary>
    internal ConcurrentDictionary<string, WriteTurn> Turns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The facts that the session has already reported.</summary>
    internal ConcurrentDictionary<string, bool> Reported { get; } = new(StringComparer.Ordinal);

    /// <summary>The redactor for every secret and token that the session has ever had.</summary>
    internal SecretRedactor Secrets => _tokens.Secrets;

    /// <summary>The session's clock.</summary>
    internal TimeProvider Time => _time;

    /// <summary>The present time of the session's clock.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Signs a person in with a browser, for a session with a <see cref="BrowserCredential"/>.</summary>
    /// <param name="prompt">Shows the login page.</param>
    /// <param name="limit">How long the person may take.</param>
    /// <param name="cancel">Ends the wait and frees the port.</param>
    /// <returns>A task.</returns>
    /// <exception cref="SigmaEngineException">The login was not completed.</exception>
    public Task SignInAsync(ISignInPrompt prompt, TimeSpan limit, CancellationToken cancel) =>
        new BrowserSignIn(_signIn, prompt, Address, limit, _time).RunAsync((BrowserCredential)Credential, cancel);

    /// <summary>Sends a request and reads its whole response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="log">Receives a verbose line per request and response.</param>
    /// <param name="cancel">Cancels the request and any wait.</param>
    /// <returns>A response with a status of success.</returns>
    /// <exception cref="SigmaEngineException">No response arrived, or it is not a success.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, ILog log, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _closed.Token);
        try
        {
            return await SendAsync(new ApiCall(Address, request, log), either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (
            !cancel.IsCancellationRequested
            && (e is OperationCanceledException || (e is ObjectDisposedException && _closed.IsCancellationRequested)))
        {
            throw new SigmaEngineException(
                ErrorCode.SessionNotLive,
                $"The session on {Address.Authority} was disconnected during {request.About ?? request.Path}.",
                e);
        }
    }

    /// <summary>Sends a check directly before a write's own send, in the write's place of the limiter and without retries.</summary>
    /// <remarks>A place of its own would deadlock, if all places belonged to writes that wait for their checks.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="log">Receives a verbose line per request and response.</param>
    /// <param name="cancel">Cancels the request and any wait.</param>
    /// <exception cref="SigmaEngineException">The check failed; the write was not sent.</exception>
    internal async Task<ApiResponse> SendWithinAsync(ApiRequest request, ILog log, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(new ApiCall(Address, request, log) { IsWithinWrite = true }, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            throw e.With(isUnprocessed: true);
        }
    }

    /// <summary>Waits on the session's clock.</summary>
    /// <param name="time">The duration.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>A task.</returns>
    public Task WaitAsync(TimeSpan time, CancellationToken cancel) => _time.Delay(time, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Cancel the requests in flight and those that wait for their turn.
        _closed.Cancel();
        (Credential as BrowserCredential)?.Forget();
        _tokens.Secrets.Dispose();
        _pipeline.Dispose();
    }

    private async Task<ApiResponse> SendAsync(ApiCall call, CancellationToken cancel)
    {
        using var message = call.CreateMessage();
        return await SendAsync(_pipeline.ForApi(), message, cancel).ConfigureAwait(false);
    }

    private Task<ApiResponse> SendForTokenAsync(RedactedRequestMessage message, string about, CancellationToken cancel)
    {
        message.About = about;
        return SendAsync(_pipeline.ForToken(), message, cancel);
    }

    private static async Task<ApiResponse> SendAsync(HttpClient client, HttpRequestMessage message, CancellationToken cancel)
    {
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        return ((ApiResponseMessage)response).Response;
    }
}
