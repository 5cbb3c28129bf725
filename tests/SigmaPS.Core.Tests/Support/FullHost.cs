using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A port of this machine that takes no further connection and refuses none: as behind a firewall that drops packets.</summary>
internal sealed class FullHost : IDisposable
{
    // In microseconds. The system of this machine establishes a connection at once; only one that it does not take waits.
    private const int Patience = 1_000_000;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _clients = [];

    private FullHost()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");
    }

    public Uri Address { get; }

    /// <summary>A host whose queue of connections is full.</summary>
    public static Task<FullHost> CreateAsync() => Task.Run(() =>
    {
        var host = new FullHost();
        for (var isFull = false; !isFull && host._clients.Count < 100;)
        {
            isFull = !host.IsTaken();
        }

        return host;
    });

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _listener.Dispose();
    }

    // The system is asked for the state of the connection: a task would complete late on a busy machine, and the host seem full.
    private bool IsTaken()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        _clients.Add(client);
        try
        {
            client.Connect(new IPEndPoint(IPAddress.Loopback, Address.Port));
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return client.Poll(Patience, SelectMode.SelectWrite);
        }
    }
}
