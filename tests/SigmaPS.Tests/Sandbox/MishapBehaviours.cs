using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class MishapBehaviours
{
    private const string SpecPath = $"v2/dataModels/{Caller.PlugsOrders}/spec";

    [Theory]
    [CoversBehavior("fault-status")]
    [InlineData(400)]
    [InlineData(430)]
    [InlineData(503)]
    public async Task Any_status_comes_with_the_published_body(int status)
    {
        Reply reply = await OneAsync(KnownFaults.Status(status, "some_code", "Some words"));
        Assert.Equal((status, "some_code", "Some words"), (reply.Status, reply["code"], reply["message"]));
        Assert.Equal(reply.Header("x-request-id"), reply["requestId"]);
    }

    [Fact]
    [CoversBehavior("fault-throttled")]
    [CoversBehavior("fault-forbidden")]
    [CoversBehavior("fault-redirect")]
    public async Task Throttling_comes_in_three_forms()
    {
        Assert.Null((await OneAsync(KnownFaults.Throttled())).Header("Retry-After"));
        Assert.Equal("7", (await OneAsync(KnownFaults.Throttled(7))).Header("Retry-After"));
        Assert.Equal(
            "Sun, 01 Feb 2026 10:00:00 GMT",
            (await OneAsync(KnownFaults.Throttled(new DateTimeOffset(2026, 2, 1, 11, 0, 0, TimeSpan.FromHours(1))))).Header("Retry-After"));
        Assert.Equal(
            (403, "forbidden"),
            ((await OneAsync(KnownFaults.Forbidden())).Status, (await OneAsync(KnownFaults.Forbidden()))["code"]));
        Assert.Equal(
            "https://elsewhere.example/",
            (await OneAsync(KnownFaults.Redirect(new Uri("https://elsewhere.example/")))).Header("Location")
        );
    }

    [Fact]
    [CoversBehavior("fault-throttle-page")]
    [CoversBehavior("fault-firewall-page")]
    public async Task Edge_responds_with_HTML()
    {
        await ShowsPageAsync(KnownFaults.ThrottlePage(), 429, "1015");
        await ShowsPageAsync(KnownFaults.ThrottlePage(200), 200, "1015");
        await ShowsPageAsync(KnownFaults.FirewallPage(), 403, "blocked");
    }

    private static async Task ShowsPageAsync(Fault fault, int status, string words)
    {
        Reply reply = await OneAsync(fault);
        Assert.Equal((status, "text/html"), (reply.Status, reply.ContentType));
        Assert.Contains(words, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    [CoversBehavior("fault-dropped")]
    [CoversBehavior("fault-applied-dropped")]
    public async Task Connection_is_dropped_before_or_after_the_write()
    {
        await using Caller caller = await Caller.StartAsync();
        string spec = (await caller.GetAsync(SpecPath)).Text;
        caller.Server.Faults.Arm(KnownFaults.Dropped());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync("PUT", SpecPath, spec));
        Assert.Equal(2, caller.Organization.GetModel(Caller.PlugsOrders).LatestVersion);
        caller.Server.Faults.Arm(KnownFaults.AppliedThenDropped());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync("PUT", SpecPath, spec));
        Assert.Equal(3, caller.Organization.GetModel(Caller.PlugsOrders).LatestVersion);
        Assert.Equal(0, caller.Server.Requests.Last("PUT")!.Status);
    }

    [Fact]
    [CoversBehavior("fault-applied-failed")]
    [CoversBehavior("fault-applied-late")]
    public async Task Write_is_applied_though_it_failed()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Caller caller = await Caller.StartAsync(o => o.TimeProvider = time);
        SandboxModel model = caller.Organization.GetModel(Caller.PlugsOrders);
        caller.Server.Faults.Arm(KnownFaults.AppliedThenFailed(503));
        Assert.Equal(503, (await caller.SendAsync("PUT", SpecPath, model.SpecJson)).Status);
        Assert.Equal(3, model.LatestVersion);
        caller.Server.Faults.Arm(KnownFaults.AppliedLate(TimeSpan.FromSeconds(20)));
        Assert.Equal(504, (await caller.SendAsync("PUT", SpecPath, model.SpecJson)).Status);
        Assert.Equal(3, model.LatestVersion);
        time.Advance(TimeSpan.FromSeconds(20));
        await caller.Server.LateRequestsAsync();
        Assert.Equal((4, caller.Organization.ApiUser.Id), (model.LatestVersion, model.UpdatedBy));
    }

    [Fact]
    [CoversBehavior("fault-slow")]
    public async Task Response_can_be_slow()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Caller caller = await Caller.StartAsync(o => o.TimeProvider = time);
        caller.Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromMinutes(2)));
        Task<Reply> reply = caller.GetAsync("v2/whoami");
        for (int seconds = 0; !reply.IsCompleted; seconds++)
        {
            // The request may not have begun to wait when the clock first moves, so it moves until the response comes.
            time.Advance(TimeSpan.FromSeconds(seconds < 100 ? 1 : 120));
            await Task.Delay(1);
            Assert.True(seconds >= 100 || !reply.IsCompleted);
        }

        Assert.Equal(200, (await reply).Status);
    }

    [Fact]
    [CoversBehavior("fault-cursor")]
    public async Task Cursor_may_repeat()
    {
        await using Caller caller = await Caller.StartAsync();
        string cursor = (await caller.GetAsync("v2/dataModels?limit=2"))["nextPage"]!;
        caller.Server.Faults.Arm(new Fault { RepeatCursor = true });
        Assert.Equal(cursor, (await caller.GetAsync("v2/dataModels?limit=2&page=" + Uri.EscapeDataString(cursor)))["nextPage"]);
    }

    [Fact]
    [CoversBehavior("fault-yaml")]
    public async Task YAML_may_come_unasked()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Server.Faults.Arm(new Fault { AnswerYaml = true });
        Assert.Equal("application/yaml", (await caller.GetAsync(SpecPath)).ContentType);
    }

    private static async Task<Reply> OneAsync(Fault fault)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Server.Faults.Arm(fault);
        Reply reply = await caller.GetAsync("v2/whoami");
        Assert.Equal((0, 200), (caller.Server.Faults.Waiting, (await caller.GetAsync("v2/whoami")).Status));
        return reply;
    }
}
