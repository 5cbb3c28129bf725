#if NETFRAMEWORK
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Opens connections with .NET Framework's own client, which lets through only two at a time to a host.</summary>
internal sealed class ServicePointHandler : HttpClientHandler
{
    // Five are in flight for a session; a process may have more sessions, and an aborted connection counts until it is closed.
    private const int MostConnections = 16;

    // The service point is shared with the rest of the process, through a proxy even for other hosts. So the limit is never lowered.
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
