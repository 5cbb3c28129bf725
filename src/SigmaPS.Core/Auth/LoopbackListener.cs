using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>Waits on 127.0.0.1 for the browser that returns from the login page.</summary>
/// <remarks>It is a TcpListener, because HttpListener cannot choose a free port, and on Windows it depends on a system service.</remarks>
internal sealed class LoopbackListener : IDisposable
{
    private const string Path = "/oauth/callback";
    private const int MostConnections = 32;

    // A browser sends its request at once. A connection that stays silent must not occupy a place.
    private static readonly TimeSpan ConnectionLimit = TimeSpan.FromSeconds(10);

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly TaskCompletionSource<SignInCallback> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _mismatches;

    private LoopbackListener(TcpListener listener)
    {
        _listener = listener;
        Redirect = new Uri($"http://{listener.LocalEndpoint}{Path}");
    }

    /// <summary>The address to register: the IP address, not localhost, and a free port that the system chooses.</summary>
    public Uri Redirect { get; }

    /// <summary>How many responses with another state were ignored.</summary>
    public int Mismatches => Volatile.Read(ref _mismatches);

    /// <summary>Starts to listen; a browser that comes before the wait is served when it begins.</summary>
    /// <exception cref="SigmaEngineException">The system refuses a port.</exception>
    public static LoopbackListener Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        try
        {
            listener.Start();
            return new LoopbackListener(listener);
        }
        catch (SocketException e)
        {
            throw SignInErrors.NoPort(e);
        }
    }

    /// <summary>Waits for the response of a login. Requests with another path or state do not end the wait.</summary>
    /// <param name="attempt">The login.</param>
    /// <param name="cancel">Ends the wait and frees the port.</param>
    public async Task<SignInCallback> WaitAsync(SignInAttempt attempt, CancellationToken cancel)
    {
        using var closing = cancel.Register(Close);
        try
        {
            while (await AcceptAsync(cancel).ConfigureAwait(false) is { } client)
            {
                Serve(client, attempt);
            }

            cancel.ThrowIfCancellationRequested();
            return await _done.Task.ConfigureAwait(false);
        }
        finally
        {
            Close();
            await Task.WhenAll(_connections.Keys).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        Close();
        _closed.Dispose();
    }

    private void Close()
    {
        if (!_closed.IsCancellationRequested)
        {
            _closed.Cancel();
            _listener.Stop();
        }
    }

    private async Task<TcpClient?> AcceptAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
#if NETFRAMEWORK
                // This call does not end on a token; the closed listener ends it.
                return await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
#else
                return await _listener.AcceptTcpClientAsync(cancel).ConfigureAwait(false);
#endif
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException or OperationCanceledException
                && (_done.Task.IsCompleted || cancel.IsCancellationRequested || _closed.IsCancellationRequested))
            {
                return null;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
            {
                // The browser has closed this connection already; it opens another one.
                continue;
            }
        }
    }

    private void Serve(TcpClient client, SignInAttempt attempt)
    {
        if (_connections.Count >= MostConnections)
        {
            client.Dispose();
            return;
        }

        var serving = ServeAsync(client, attempt);
        _connections.TryAdd(serving, true);
        serving.ContinueWith(
            ended => _connections.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task ServeAsync(TcpClient client, SignInAttempt attempt)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        limit.CancelAfter(ConnectionLimit);

        // .NET Framework's stream ignores the cancellation token while it waits for bytes.
        using var ending = limit.Token.Register(client.Dispose);
        SignInCallback? callback = null;
        try
        {
            using var stream = client.GetStream();
            var page = Read(await LoopbackRequest.ReadTargetAsync(stream, limit.Token).ConfigureAwait(false), attempt, out callback);
            await stream.WriteAsync(page, 0, page.Length, limit.Token).ConfigureAwait(false);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException
            or OperationCanceledException)
        {
            // The browser closed the connection, or was too slow; a callback that was read counts all the same.
        }
        finally
        {
            client.Dispose();
            if (callback is not null && _done.TrySetResult(callback))
            {
                _listener.Stop();
            }
        }
    }

    private byte[] Read(string? target, SignInAttempt attempt, out SignInCallback? callback)
    {
        callback = null;
        var at = target?.IndexOf('?') ?? -1;
        if (target is null || at < 0 || target.Substring(0, at) != Path)
        {
            return LoopbackPage.NotFound;
        }

        // Any page or program on this machine can send a request here. If it could end the login, it could disturb every login.
        var read = SignInCallback.Parse(target.Substring(at + 1));
        if (read is null || !attempt.HasState(read.State) || (read.Code is null && read.Error is null))
        {
            Interlocked.Increment(ref _mismatches);
            return LoopbackPage.Mismatch;
        }

        callback = read;
        return read.Error is null ? LoopbackPage.Done : LoopbackPage.Refused;
    }
}
