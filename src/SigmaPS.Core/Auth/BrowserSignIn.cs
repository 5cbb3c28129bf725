using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>Signs a person in with a browser: authorization code with PKCE and a redirect to this machine (sigma-api section
/// 2.1).</summary>
internal sealed class BrowserSignIn(ISignInService service, ISignInPrompt prompt, Uri session, TimeSpan limit, TimeProvider time)
{
    private readonly ISignInService _service = service;
    private readonly ISignInPrompt _prompt = prompt;
    private readonly Uri _session = session;
    private readonly TimeSpan _limit = limit;
    private readonly TimeProvider _time = time;

    /// <summary>Signs in and gives the tokens to the credential.</summary>
    /// <exception cref="SigmaEngineException">The login was refused, not completed in time, or replaced by a newer one.</exception>
    public async Task RunAsync(BrowserCredential credential, CancellationToken cancel)
    {
        using var turn = PendingSignIns.Begin(_session.Authority);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, turn.Replaced);
        try
        {
            await SignInAsync(credential, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (turn.Replaced.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw SignInErrors.Replaced(_session);
        }
    }

    private async Task SignInAsync(BrowserCredential credential, CancellationToken cancel)
    {
        var endpoints = await _service.DiscoverAsync(cancel).ConfigureAwait(false);
        using var listener = LoopbackListener.Start();
        var client = await _service.RegisterAsync(endpoints, listener.Redirect, cancel).ConfigureAwait(false);
        var attempt = new SignInAttempt(endpoints, client, listener.Redirect);
        credential.Hide(attempt.Key.Verifier);
        var callback = await WaitAsync(listener, attempt, cancel).ConfigureAwait(false);
        if (callback.Error is { } error)
        {
            throw SignInErrors.Refused(_session, error, callback.Description);
        }

        credential.Hide(callback.Code!);
        credential.Open(attempt, await _service.RedeemAsync(attempt, callback.Code!, cancel).ConfigureAwait(false));
    }

    private async Task<SignInCallback> WaitAsync(LoopbackListener listener, SignInAttempt attempt, CancellationToken cancel)
    {
        using var limit = _time.CreateCancellationTokenSource(_limit);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            // The browser may return before the prompt knows whether a browser has opened.
            var waiting = listener.WaitAsync(attempt, ending.Token);
            var showing = _prompt.ShowAsync(new SignInInvitation(attempt.Address, listener.Redirect, _limit), ending.Token);
            if (await Task.WhenAny(waiting, showing).ConfigureAwait(false) == showing)
            {
                await showing.ConfigureAwait(false);
            }

            return await waiting.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw SignInErrors.TimedOut(_session, _limit, listener.Mismatches);
        }
        finally
        {
            ending.Cancel();
        }
    }
}
