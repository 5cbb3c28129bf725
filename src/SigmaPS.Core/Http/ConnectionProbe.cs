#if NETFRAMEWORK
using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Opens a separate connection to a host to find out whether the host accepts one.</summary>
internal static class ConnectionProbe
{
    /// <summary>Completes when one address of the host accepts a connection, or when all have failed. It has no timeout.</summary>
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

    // The request itself fails on an unknown name, and reports the reason.
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
