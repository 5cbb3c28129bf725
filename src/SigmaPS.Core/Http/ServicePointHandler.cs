#if NETFRAMEWORK
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Opens connections with .NET Framework's own client, and raises its limit of two connections per host.</summary>
internal sealed class ServicePointHandler : HttpClientHandler
{
    // A session has up to five requests in flight. A process may have several sessions, and an aborted connection counts until it is
    // closed.
    private const int MostConnections = 16;

    // Never lower the limit: the process shares the service point, and with a proxy even other hosts use it.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var point = ServicePointManager.FindServicePoint(request.RequestUri, UseProxy ? Proxy : null);
        if (point.ConnectionLimit < MostConnections)
        {
            point.ConnectionLimit = MostConnections;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
#endif
