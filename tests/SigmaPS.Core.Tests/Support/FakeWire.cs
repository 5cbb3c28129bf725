using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A whole client on a wire that is not there: handlers, retries and limits as they are shipped, the clock in the test's hand.</summary>
internal sealed class FakeWire : ILog, IDisposable
{
    private readonly FakeService _service;
    private readonly Func<HttpRequestMessage, int, HttpResponseMessage> _answer;
    private int _asked;

    /// <param name="answer">Answers a request by its number; token requests are answered already.</param>
    public FakeWire(Func<HttpRequestMessage, int, HttpResponseMessage> answer)
    {
        _answer = answer;
        _service = new FakeService(Answer);
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        Transport = new ApiTransport(new Uri("https://api.test/"), new ClientCredential("id", Secrets.Secure("secret")), new RetryPatience { Budget = TimeSpan.Zero }, null, _ => _service, Time);
        Client = new SigmaClient(Transport, this);
    }

    public FakeTimeProvider Time { get; }

    public ApiTransport Transport { get; }

    public SigmaClient Client { get; }

    /// <summary>Method and path of each request but those for tokens.</summary>
    public List<string> Sent { get; } = [];

    public List<string?> Bodies => _service.Bodies;

    public List<string> Said { get; } = [];

    public static HttpResponseMessage Json(string text, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public void Verbose(string message) => Said.Add(message);

    public void Warning(string message) => Said.Add(message);

    public void Dispose()
    {
        Transport.Dispose();
        _service.Dispose();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, int number)
    {
        if (request.RequestUri!.AbsolutePath == "/v2/auth/token")
        {
            return Json("""{"access_token":"token","expires_in":3600}""");
        }

        Sent.Add(request.Method + " " + request.RequestUri.PathAndQuery);
        return _answer(request, ++_asked);
    }
}
