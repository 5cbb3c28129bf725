using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A port of this machine that takes no further connection and refuses none: as behind a firewall that drops packets.</summary>
internal sealed class FullHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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
    public static async Task<FullHost> CreateAsync()
    {
        var host = new FullHost();
        for (var isFull = false; !isFull && host._clients.Count < 100;)
        {
            isFull = !await host.IsTakenAsync();
        }

        return host;
    }

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _listener.Dispose();
    }

    private async Task<bool> IsTakenAsync()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _clients.Add(client);
        var connecting = Task.Factory.FromAsync(
            client.BeginConnect(new IPEndPoint(IPAddress.Loopback, Address.Port), null, null),
            client.EndConnect);
        return await Task.WhenAny(connecting, Task.Delay(Patience)) == connecting;
    }
}
