using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>A write that had to wait is checked again directly before it is sent.</summary>
public sealed class FreshnessCheckTests
{
    private readonly FakeTimeProvider _time = new();
    private int _checks;

    [Fact]
    public async Task Write_is_not_checked_again_when_the_live_model_was_just_read()
    {
        await SendAsync(Check());
        Assert.Equal(0, _checks);
    }

    [Fact]
    public async Task Write_is_checked_again_when_it_waited_or_the_check_is_old_or_was_used()
    {
        var check = Check();
        check.Waited();
        await SendAsync(check);
        Assert.Equal(1, _checks);
        await SendAsync(check);
        Assert.Equal(2, _checks);
        var old = Check();
        _time.Advance(TimeSpan.FromSeconds(3));
        await SendAsync(old);
        Assert.Equal(3, _checks);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Write_is_checked_again_when_it_waited_for_a_sign_in(bool waits, int expected)
    {
        var token = new TaskCompletionSource<AccessToken>();
        var given = new AccessToken("token", DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
        if (!waits)
        {
            token.SetResult(given);
        }

        using var tokens = new AccessTokenProvider(new ClientCredential("id", Secrets.Secure("secret")), (_, _) => token.Task, _time);
        using var service = new FakeService((_, _) => new HttpResponseMessage());
        using var invoker = new HttpMessageInvoker(new AuthorizationHandler(tokens, "api.test") { InnerHandler = service });
        using var message = new RedactedRequestMessage(HttpMethod.Put, new Uri("https://api.test/v2/x"))
        {
            Freshness = Check(),
            Write = new InFlightWrite("the write", default),
        };
        var sending = invoker.SendAsync(message, default);
        Assert.Equal(!waits, message.Write.MayBeApplied);
        token.TrySetResult(given);
        using var response = await sending;
        Assert.Equal((HttpStatusCode.OK, expected, true), (response.StatusCode, _checks, message.Write.MayBeApplied));
    }

    private FreshnessCheck Check()
    {
        var turn = new WriteTurn();
        return new FreshnessCheck(_time.GetUtcNow(), _time, turn, turn.Sends, _ =>
        {
            _checks++;
            return Task.CompletedTask;
        });
    }

    private static Task<bool> SendAsync(FreshnessCheck check) => check.SendAsync(() => Task.FromResult(true), default);
}
