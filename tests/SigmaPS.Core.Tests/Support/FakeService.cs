using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Replaces the network: keeps each request as it was sent, and gives the response of the test.</summary>
/// <remarks>Requests that are sent at once get their responses one after the other, so the responses of a test need no lock.</remarks>
internal sealed class FakeService : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly Func<HttpRequestMessage, int, HttpResponseMessage> _answer;

    public FakeService(Func<HttpRequestMessage, int, HttpResponseMessage> answer) => _answer = answer;

    public List<HttpRequestMessage> Requests { get; } = new();

    public List<string?> Authorizations { get; } = new();

    public List<string?> Bodies { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_gate)
        {
            Requests.Add(request);
            Authorizations.Add(request.Headers.Authorization?.ToString());
            Bodies.Add(body);
            var response = _answer(request, Requests.Count);
            response.RequestMessage = request;
            return response;
        }
    }
}
