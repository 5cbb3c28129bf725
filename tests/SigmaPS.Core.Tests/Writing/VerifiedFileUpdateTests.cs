using System;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class VerifiedFileUpdateTests
{
    private const string About = "the file of data model 1";
    private static readonly FileChange Rename = new() { Name = "New", Description = "" };

    [Fact]
    public async Task Successful_response_is_accepted()
    {
        using FakeWire wire = new((_, _) => FakeWire.Json("{}"));
        await new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default);
        Assert.Equal(["PATCH /v2/files/1"], wire.Sent);
        Assert.Equal("""{"name":"New","description":""}""", wire.Bodies[^1]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(408)]
    [InlineData(0)]
    public async Task Change_that_was_applied_is_not_sent_again(int status)
    {
        using FakeWire wire = new((_, n) => n == 1 ? Lost(status) : FakeWire.Json("""{"name":"New","isArchived":false}"""));
        await new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default);
        Assert.Equal(["PATCH /v2/files/1", "GET /v2/files/1"], wire.Sent);
    }

    [Theory]
    [InlineData("{}", 202)]
    [InlineData("", 200)]
    [InlineData("[]", 200)]
    [InlineData("""{"success":false}""", 200)]
    public async Task Response_that_does_not_confirm_a_change_is_checked_in_the_file(string text, int status)
    {
        using FakeWire wire = new((_, n) => n == 1 ? FakeWire.Json(text, status) : FakeWire.Json("""{"name":"New"}"""));
        await new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default);
        Assert.Equal(["PATCH /v2/files/1", "GET /v2/files/1"], wire.Sent);
    }

    [Fact]
    public async Task Change_that_was_not_applied_is_sent_again()
    {
        using FakeWire wire = new((_, n) => n == 1 ? Lost(502) : FakeWire.Json("""{"name":"Old"}"""));
        await new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default);
        Assert.Equal(["PATCH /v2/files/1", "GET /v2/files/1", "PATCH /v2/files/1"], wire.Sent);
    }

    [Fact]
    public async Task Second_request_that_is_refused_because_the_first_has_done_it_is_a_success()
    {
        using FakeWire wire = new((_, n) => n switch
        {
            1 => Lost(504),
            2 => FakeWire.Json("""{"isArchived":false}"""),
            3 => FakeWire.Json("""{"code":"inode_archived","message":"Archived"}""", 409),
            _ => FakeWire.Json("""{"isArchived":true}"""),
        });
        await new VerifiedFileUpdate(wire.Client).DeleteAsync("1", About, default);
        Assert.Equal(["DELETE /v2/files/1", "GET /v2/files/1", "DELETE /v2/files/1", "GET /v2/files/1"], wire.Sent);
    }

    [Theory]
    [InlineData("""{"isArchived":true}""", 200)]
    [InlineData("""{"message":"File not found"}""", 404)]
    public async Task Lost_delete_is_settled_by_the_trash(string text, int status)
    {
        using FakeWire wire = new((_, n) => n == 1 ? Lost(0) : FakeWire.Json(text, status));
        await new VerifiedFileUpdate(wire.Client).DeleteAsync("1", About, default);
        Assert.Equal(["DELETE /v2/files/1", "GET /v2/files/1"], wire.Sent);
    }

    [Theory]
    [InlineData("""{"name":"New"}""", "name")]
    [InlineData("""{"name":"New","description":"d","parentId":"p","ownerId":"o","isArchived":true}""", "restore")]
    [InlineData("""{"name":"New","description":"d","parentId":"x","ownerId":"o"}""", "parent")]
    [InlineData("""{"name":"New","description":"d","parentId":"p","ownerId":"x"}""", "owner")]
    [InlineData("""{"name":"New","description":"x","parentId":"p","ownerId":"o"}""", "description")]
    public async Task Every_desired_value_is_verified(string file, string why)
    {
        using FakeWire wire = new((_, n) => n == 1 ? Lost(500) : FakeWire.Json(file));
        await new VerifiedFileUpdate(wire.Client).PatchAsync(
            "1",
            new FileChange
            {
                Name = "New",
                Description = "d",
                ParentId = "p",
                OwnerId = "o",
                Restore = true,
            },
            About,
            default);
        Assert.True(wire.Sent.Count == 3, why);
    }

    [Fact]
    public async Task Refusal_is_a_refusal_and_is_not_looked_into()
    {
        using FakeWire wire = new((_, _) => FakeWire.Json("""{"message":"No"}""", 403));
        SigmaEngineException e = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default));
        Assert.Equal((ErrorCode.PermissionDenied, 1), (e.Kind, wire.Sent.Count));
    }

    [Fact]
    public async Task Change_that_never_applies_ends_after_three_requests()
    {
        using FakeWire wire = new((request, _) => request.Method == HttpMethod.Get ? FakeWire.Json("""{"name":"Old"}""") : Lost(500));
        SigmaEngineException e = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default));
        Assert.Equal((ErrorCode.ServiceUnavailable, 6), (e.Kind, wire.Sent.Count));
    }

    [Fact]
    public async Task When_the_look_fails_too_the_outcome_is_unknown()
    {
        using FakeWire wire = new((_, _) => Lost(503));
        SigmaEngineException e = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            new VerifiedFileUpdate(wire.Client).PatchAsync("1", Rename, About, default));
        Assert.Equal((ErrorCode.WriteOutcomeUnknown, 503, About), (e.Kind, e.Status, e.Target));
        Assert.StartsWith("Sigma did not confirm PATCH of the file of data model 1", e.Message, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Lost(int status) =>
        status == 0
            ? throw new HttpRequestException("cut", new System.IO.IOException("The response ended prematurely"))
            : FakeWire.Json("{}", status);
}
