using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// A whole client on a wire that is not there: handlers, retries and limits as they are shipped, the clock in the test's hand.
/// </summary>
internal sealed class FakeWire : ILog, IDisposable
{
    private readonly FakeService _service;
    private readonly Func<HttpRequestMessage, int, HttpResponseMessage> _answer;
    private int _asked;

    /// <param name="answer">Gives the response to a request by its number; token requests have theirs already.</param>
    /// <param name="patience">How long a request may take with its repetitions; null repeats nothing.</param>
    /// <param name="step">How far the clock goes on at each look at it; null is a second.</param>
    public FakeWire(Func<HttpRequestMessage, int, HttpResponseMessage> answer, TimeSpan? patience = null, TimeSpan? step = null)
    {
        _answer = answer;
        _service = new FakeService(Answer);
        Time = new SteppedClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
        {
            AutoAdvanceAmount = step ?? TimeSpan.FromSeconds(1),
        };
        Transport = new SigmaHttpClient(
            new Uri("https://api.test/"),
            new ClientCredential("id", Secrets.Secure("secret")),
            new RetryOptions { TotalTimeout = patience ?? TimeSpan.Zero },
            null,
            _ => _service,
            Time);
        Client = new SigmaClient(Transport, this);
    }

    public SteppedClock Time { get; }

    public SigmaHttpClient Transport { get; }

    public SigmaClient Client { get; }

    /// <summary>Method and path of each request but those for tokens.</summary>
    public List<string> Sent { get; } = [];

    public List<string?> Bodies => _service.Bodies;

    public List<string> Said { get; } = [];

    public int SignIns { get; private set; }

    /// <summary>The replacement of the response to a sign-in, by its number; null lets it through.</summary>
    public Func<int, HttpResponseMessage?> OnSignIn { get; set; } = _ => null;

    /// <summary>Ends each wait on the clock until work has ended.</summary>
    public Task<T> RunAsync<T>(Task<T> work) => Time.RunAsync(work);

    /// <summary>Reads a list to its end.</summary>
    public Task<List<T>> RunAsync<T>(IAsyncEnumerable<T> list) => RunAsync(AsyncEnumerableExtensions.ToListAsync(list, default));

    public static HttpResponseMessage Json(string text, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public void Verbose(string message)
    {
        lock (Said)
        {
            Said.Add(message);
        }
    }

    public void Warning(string message) => Verbose(message);

    public void Dispose()
    {
        Transport.Dispose();
        _service.Dispose();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, int number)
    {
        if (request.RequestUri!.AbsolutePath == "/v2/auth/token")
        {
            SignIns++;
            return OnSignIn(SignIns) ?? Json("""{"access_token":"token","expires_in":3600}""");
        }

        Sent.Add(request.Method + " " + request.RequestUri.PathAndQuery);
        return _answer(request, ++_asked);
    }
}
