using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A small HTTP server on this machine that counts the connections; the test decides when a request gets its response.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private static readonly byte[] Ok = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<LoopbackServer, Task> _beforeAnswer;
    private readonly Tally _requests = new();
    private int _connections;

    public LoopbackServer(Func<LoopbackServer, Task>? beforeAnswer = null)
    {
        _beforeAnswer = beforeAnswer ?? (_ => Task.CompletedTask);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _connections);

    public int Requests => _requests.Count;

    /// <summary>Ends when as many requests wait at once.</summary>
    public Task WaitForRequestsAsync(int count) => _requests.ReachAsync(count);

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var text = "";
                var buffer = new byte[4096];
                for (int read; (read = await stream.ReadAsync(buffer, 0, buffer.Length)) > 0;)
                {
                    text += Encoding.ASCII.GetString(buffer, 0, read);
                    if (IsWhole(text))
                    {
                        text = "";
                        _requests.Add();
                        await _beforeAnswer(this);
                        await stream.WriteAsync(Ok, 0, Ok.Length);
                    }
                }
            }
            catch (Exception e) when (e is System.IO.IOException or ObjectDisposedException)
            {
                // The client has closed the connection.
            }
        }
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        const string Length = "\r\ncontent-length:";
        var at = text.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return end >= 0
            && text.Length - end - 4
                >= (
                    at < 0
                        ? 0
                        : int.Parse(
                            text.Substring(at + Length.Length, text.IndexOf('\r', at + 2) - at - Length.Length),
                            System.Globalization.CultureInfo.InvariantCulture));
    }
}
