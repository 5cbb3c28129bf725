using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Every_request_is_recorded_with_its_headers_and_body()
    {
        await using Caller caller = await Caller.StartAsync();
        await caller.SendAsync("PATCH", "v2/files/nope.txt?a=b%20c", """{"name":"ü"}""");
        RecordedRequest request = Assert.Single(caller.Server.Requests.All);
        Assert.Equal(
            (1, "PATCH", "/v2/files/nope.txt", "?a=b%20c", 404),
            (request.Sequence, request.Method, request.Path, request.Query, request.Status));
        Assert.Equal(
            ("application/json", "application/json; charset=utf-8", """{"name":"ü"}"""),
            (request.Accept, request.ContentType, request.Body));
        Assert.Equal(("Bearer", 64), (request.AuthorizationScheme, request.AuthorizationHash!.Length));
        Assert.DoesNotContain(request.Headers.Values, v => v.Contains(caller.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_are_counted_by_method_and_path()
    {
        await using Caller caller = await Caller.StartAsync();
        await caller.GetAsync("v2/dataModels");
        await caller.GetAsync($"v2/dataModels/{Caller.PlugsOrders}/spec");
        await caller.GetAsync("v2/no/such/path.json");
        RequestLog log = caller.Server.Requests;
        Assert.Equal((3, 1, 1), (log.Count(), log.Count("GET", "/v2/datamodels"), log.Count("GET", "/v2/dataModels/*/spec")));
        Assert.Equal((2, 0), (log.Count(null, "/v2/dataModels**"), log.Count("PUT")));
        log.Clear();
        Assert.Equal(0, log.Count());
    }

    [Fact]
    public async Task Peak_of_requests_in_flight_leaves_tokens_out()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Caller caller = await Caller.StartAsync(o => o.TimeProvider = time);
        caller.Server.Options.Latency = TimeSpan.FromSeconds(1);
        Task<Reply>[] calls = [.. Enumerable.Range(0, 4).Select(_ => caller.GetAsync("v2/whoami")), caller.TokenAsync()];
        while (caller.Server.Requests.Count() < 5)
        {
            await Task.Delay(5);
        }

        // A request is recorded a moment before it starts to wait, so the clock moves until all have their responses.
        while (!calls.All(c => c.IsCompleted))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }

        Assert.Equal((4, 1), (caller.Server.Requests.MaxInFlight, caller.Server.Requests.MaxTokenInFlight));
    }

    [Fact]
    public async Task Two_sandboxes_share_nothing()
    {
        await using Caller one = await Caller.StartAsync();
        await using Caller two = await Caller.StartAsync();
        one.Organization.EditAsColleague(Caller.PlugsOrders, spec => spec.Element()["name"] = "Edited");
        Assert.Equal(2, two.Organization.GetModel(Caller.PlugsOrders).LatestVersion);
        Assert.NotEqual(one.Organization.ClientSecret, two.Organization.ClientSecret);
        Assert.NotEqual(one.Server.BaseUrl, two.Server.BaseUrl);
    }
}
