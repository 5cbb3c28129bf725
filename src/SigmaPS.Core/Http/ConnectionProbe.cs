#if NETFRAMEWORK
using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Opens a connection of its own to a host, only to learn whether the host accepts one.</summary>
internal static class ConnectionProbe
{
    /// <summary>Ends when one address of the host has accepted a connection, or when none is left to wait for. It has no time limit.</summary>
    /// <param name="host">The host, or the proxy in front of it.</param>
    /// <param name="cancel">Closes the connections that are still being opened.</param>
    public static async Task RunAsync(Uri host, CancellationToken cancel)
    {
        var addresses = await ResolveAsync(host.DnsSafeHost).ConfigureAwait(false);
        var attempts = addresses.Select(address => ConnectAsync(new IPEndPoint(address, host.Port), cancel)).ToList();
        while (attempts.Count > 0)
        {
            var ended = await Task.WhenAny(attempts).ConfigureAwait(false);
            if (await ended.ConfigureAwait(false))
            {
                return;
            }

            attempts.Remove(ended);
        }
    }

    // A name that is not known ends the request itself, with the reason.
    private static async Task<IPAddress[]> ResolveAsync(string host)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private static async Task<bool> ConnectAsync(IPEndPoint address, CancellationToken cancel)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            using var closing = cancel.Register(socket.Dispose);
            await Task.Factory.FromAsync(socket.BeginConnect(address, null, null), socket.EndConnect).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
#endif
