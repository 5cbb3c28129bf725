using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
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

    private readonly HttpPipeline _chain;
    private readonly AccessTokenProvider _tokens;
    private readonly IWebProxy? _proxy;
    private readonly CancellationTokenSource _closed = new();
    private readonly AimdConcurrencyLimiter _limit;
    private readonly TimeProvider _time;
    private readonly RetryHandler _retryHandler;
    private readonly SignInService _signIn;

    /// <summary>Creates a client; it sends nothing yet.</summary>
    /// <param name="address">The base address with a final slash.</param>
    /// <param name="credential">The credentials.</param>
    /// <param name="patience">The timeouts.</param>
    /// <param name="proxy">The proxy to go through; null for the system's.</param>
    public SigmaHttpClient(Uri address, Credential credential, RetryOptions patience, IWebProxy? proxy = null)
        : this(address, credential, patience, proxy, PrimaryHandler.Create, TimeProvider.System)
    {
    }

    /// <summary>Creates a client with another primary handler and another clock.</summary>
    internal SigmaHttpClient(Uri address, Credential credential, RetryOptions patience, IWebProxy? proxy, Func<IWebProxy?, HttpMessageHandler> wire, TimeProvider time)
    {
        Address = address;
        Credential = credential;
        Patience = patience;

        // Plain http is only for this machine. A proxy could read the secret, so such a request never uses one.
        _proxy = address.IsLoopback ? null : proxy ?? PrimaryHandler.SystemProxy;
        _time = time;
        _limit = new AimdConcurrencyLimiter(MaxInFlight, patience.TotalTimeout, _time);
        _retryHandler = new RetryHandler(patience, _time, new SharedRandom().NextDouble);
        _signIn = new SignInService(address, SendForTokenAsync, _time, text => _tokens!.Redact(text));
        _tokens = new AccessTokenProvider(
            credential, new TokenRequests(address, SendForTokenAsync, _signIn, _time, _closed.Token).RequestAsync, _time);
        _chain = new HttpPipeline(() => _tokens, address, () => wire(_proxy));
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
            var tries = 0;
            return await _retryHandler.RunAsync(
                request,
                token =>
                {
                    if (tries++ > 0)
                    {
                        request.Freshness?.Waited();
                    }

                    return _limit.RunAsync(() => SendWriteAsync(request, log, token), log, token, () => request.Freshness?.Waited());
                },
                log,
                either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (
            !cancel.IsCancellationRequested
            && (e is OperationCanceledException || (e is ObjectDisposedException && _closed.IsCancellationRequested)))
        {
            throw new SigmaEngineException(
                ErrorCode.SessionNotLive, $"The session on {Address.Authority} was disconnected during {request.About ?? request.Path}.", e);
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
            return await SendOnceAsync(request, log, cancel).ConfigureAwait(false);
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
        _chain.Dispose();
    }

    // A 401 or 429 was not processed, so restore MayBeApplied.
    private async Task<ApiResponse> SendWriteAsync(ApiRequest request, ILog log, CancellationToken cancel)
    {
        var before = request.Write?.MayBeApplied;
        try
        {
            return await SendOnceAsync(request, log, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.IsUnprocessed && before is { } known)
        {
            request.Write!.MayBeApplied = known;
            throw;
        }
    }

    // An error of the service may quote the request, so remove the secrets from it.
    private async Task<ApiResponse> SendOnceAsync(ApiRequest request, ILog log, CancellationToken cancel)
    {
        try
        {
            return await ExchangeAsync(request, log, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Redacted(_tokens.Secrets.Redact) is { } shown && !ReferenceEquals(shown, e))
        {
            throw shown;
        }
    }

    private async Task<ApiResponse> ExchangeAsync(ApiRequest request, ILog log, CancellationToken cancel)
    {
        using var message = Message(request);
        log.Verbose($"{request.Method} {Address.Authority}/{request.Path}");
        var response = await SendAsync(_chain.ForApi(), message, request.About ?? request.Path, cancel).ConfigureAwait(false);
        log.Verbose($"{response.Status}, {response.Text.Length} characters{(response.RequestId is null ? "" : $", request {response.RequestId}")}");
        if (response.IsSuccess && !HtmlErrorPage.IsHtml(response))
        {
            return response;
        }

        var fault = ErrorResponseMapper.From(request, response.With(_tokens.Redact(response.Text)));
        throw fault.Kind == ErrorCode.AuthenticationFailed && !_tokens.CanRenew
            ? fault.With(ErrorCode.TokenExpired, Credential.WhenExpired)
            : fault;
    }

    private HttpRequestMessage Message(ApiRequest request)
    {
        var message = new RedactedRequestMessage(request.Method, new Uri(Address, request.Path)) { Write = request.Write, Freshness = request.Freshness };
        if (request.Body is { } body)
        {
            // Bytes, because Windows PowerShell's own cmdlets would send a string as Latin-1 (sigma-api section 8).
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        }

        return message;
    }

    private Task<ApiResponse> SendForTokenAsync(HttpRequestMessage message, string about, CancellationToken cancel) =>
        SendAsync(_chain.ForToken(), message, about, cancel);

    private async Task<ApiResponse> SendAsync(HttpClient client, HttpRequestMessage message, string about, CancellationToken cancel)
    {
        try
        {
            using var timeout = _time.CreateCancellationTokenSource(Patience.Timeout);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var bytes = await ResponseBodyReader.ReadAsync(response, ResponseBodyReader.Most, about, either.Token).ConfigureAwait(false);
            return AnswerText.ToResponse(response, bytes, about, _tokens.Redact, _time.GetUtcNow());
        }
        catch (Exception e) when (e is OperationCanceledException
            ? !cancel.IsCancellationRequested
            : e is HttpRequestException or (IOException and not FileNotFoundException and not FileLoadException))
        {
            throw NetworkErrors.From(e, Address, _proxy);
        }
    }
}
