#if NETFRAMEWORK
using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Cancels a request whose connection is not established in time. .NET Framework has no such timeout.</summary>
internal sealed class ConnectTimeoutHandler(IWebProxy? proxy, TimeSpan timeout) : DelegatingHandler
{
    private readonly IWebProxy? _proxy = proxy;
    private readonly TimeSpan _timeout = timeout;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var body = Gate(request);
        var sending = base.SendAsync(request, abort.Token);
        try
        {
            if (await IsConnectedAsync(sending, body, request.RequestUri, cancellationToken).ConfigureAwait(false))
            {
                await EndsWithinAsync(sending, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                return await sending.ConfigureAwait(false);
            }

            var reason = new TimeoutException($"No connection was established within {_timeout.TotalSeconds} s.");
            throw new HttpRequestException("The request was not sent.", reason);
        }
        finally
        {
            if (!sending.IsCompleted)
            {
                Abandon(sending, abort);
            }
        }
    }

    // Only a GET cannot have a body; an empty one changes nothing for the others.
    private static GatedContent? Gate(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
        {
            return null;
        }

        var body = new GatedContent(request.Content ?? new ByteArrayContent([]));
        request.Content = body;
        return body;
    }

    // Without a body, no event shows that the connection is established. A second connection shows that the host accepts one.
    private async Task<bool> IsConnectedAsync(Task sending, GatedContent? body, Uri address, CancellationToken cancel)
    {
        var half = TimeSpan.FromTicks(_timeout.Ticks / 2);
        if (await EndsWithinAsync(sending, half, cancel).ConfigureAwait(false))
        {
            return true;
        }

        if (body is not null)
        {
            return await EndsWithinAsync(sending, half, cancel).ConfigureAwait(false) || !body.TryWithdraw();
        }

        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            var first = Task.WhenAny(sending, ConnectionProbe.RunAsync(Via(address), closing.Token));
            return await EndsWithinAsync(first, half, cancel).ConfigureAwait(false);
        }
        finally
        {
            closing.Cancel();
        }
    }

    private Uri Via(Uri address) => _proxy is null || _proxy.IsBypassed(address) ? address : _proxy.GetProxy(address) ?? address;

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time, CancellationToken cancel)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(task, Task.Delay(time, timer.Token)).ConfigureAwait(false);
        timer.Cancel();
        if (first != task)
        {
            cancel.ThrowIfCancellationRequested();
        }

        return first == task;
    }

    // The request may end after the abort, when no caller awaits it.
    private static void Abandon(Task<HttpResponseMessage> sending, CancellationTokenSource abort)
    {
        _ = CloseWhenEndedAsync(sending);
        abort.Cancel();
    }

    private static async Task CloseWhenEndedAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            (await sending.ConfigureAwait(false)).Dispose();
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException or System.IO.IOException or ObjectDisposedException
                or System.Net.Sockets.SocketException)
        {
            // The abort causes this error; the caller already has the timeout error.
            return;
        }
    }
}
#endif
