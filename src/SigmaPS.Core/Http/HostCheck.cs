using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Finds out in a short time whether a host has an address and accepts a connection. It sends nothing.</summary>
public static class HostCheck
{
    /// <summary>Completes as soon as the host has accepted a connection.</summary>
    /// <param name="address">The address of the API.</param>
    /// <param name="proxy">The proxy that the user named; null for the system's. A host behind a proxy is not checked, because only the
    /// proxy has to know its name.</param>
    /// <param name="limit">The maximum duration of the whole check.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="Diagnostics.SigmaEngineException">The host cannot be reached.</exception>
    public static async Task RequireReachableAsync(Uri address, IWebProxy? proxy, TimeSpan limit, CancellationToken cancel)
    {
        if (!address.IsLoopback && IsProxied(address, proxy ?? PrimaryHandler.SystemProxy))
        {
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var check = ConnectAsync(address, ending.Token);
        try
        {
            var first = await Task.WhenAny(check, Task.Delay(limit, ending.Token)).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (first != check)
            {
                throw NetworkErrors.From(new TimeoutException(), address, null);
            }

            await check.ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            throw NetworkErrors.From(e, address, null);
        }
        finally
        {
            ending.Cancel();
        }
    }

    private static bool IsProxied(Uri address, IWebProxy? proxy) =>
        proxy is not null && !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } via && via != address;

    private static async Task ConnectAsync(Uri address, CancellationToken cancel)
    {
#if NETFRAMEWORK
        // This call does not end on a token; the caller does not wait for it.
        var addresses = await Dns.GetHostAddressesAsync(address.DnsSafeHost).ConfigureAwait(false);
#else
        var addresses = await Dns.GetHostAddressesAsync(address.DnsSafeHost, cancel).ConfigureAwait(false);
#endif
        var attempts = addresses.Select(found => AttemptAsync(new IPEndPoint(found, address.Port), cancel)).ToList();
        SocketException? last = null;
        while (attempts.Count > 0)
        {
            var ended = await Task.WhenAny(attempts).ConfigureAwait(false);
            last = await ended.ConfigureAwait(false);
            if (last is null)
            {
                return;
            }

            attempts.Remove(ended);
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<SocketException?> AttemptAsync(IPEndPoint address, CancellationToken cancel)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            using var closing = cancel.Register(socket.Dispose);
            await Task.Factory.FromAsync(socket.BeginConnect(address, null, null), socket.EndConnect).ConfigureAwait(false);
            return null;
        }
        catch (SocketException e)
        {
            return e;
        }
        catch (ObjectDisposedException)
        {
            // The check has ended; no caller awaits this attempt.
            return new SocketException((int)SocketError.OperationAborted);
        }
    }
}
