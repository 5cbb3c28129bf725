using System;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>The errors that a response or an error of the network becomes.</summary>
public sealed class ErrorResponseHandlerTests
{
    private static readonly ApiRequest Request = new(HttpMethod.Get, "v2/whoami") { About = "the check" };

    [Fact]
    public async Task Log_contains_status_length_and_request_ID()
    {
        using var wire = new FakeWire((_, n) =>
        {
            var response = FakeWire.Json("{}");
            if (n == 1)
            {
                response.Headers.Add("x-request-id", "abc-1");
            }

            return response;
        });
        await wire.Client.SendAsync(Request, default);
        await wire.Client.SendAsync(Request, default);
        Assert.Contains("200, 2 characters, request abc-1", wire.Said);
        Assert.Contains("200, 2 characters", wire.Said);
    }

    [Theory]
    [InlineData(401, ErrorCode.TokenExpired)]
    [InlineData(403, ErrorCode.PermissionDenied)]
    [InlineData(404, ErrorCode.RequestRefused)]
    public async Task Token_that_cannot_be_renewed_has_expired_when_it_is_refused(int status, ErrorCode kind) =>
        Assert.Equal(kind, (await FailAsync(_ => FakeWire.Json("{}", status))).Kind);

    [Fact]
    public async Task Credentials_that_can_be_renewed_are_wrong_when_each_token_is_refused()
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}", 401));
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.RunAsync(wire.Client.SendAsync(Request, default)));
        Assert.Equal((ErrorCode.AuthenticationFailed, 3), (error.Kind, wire.SignIns));
    }

    [Fact]
    public async Task Error_of_the_network_that_quotes_the_token_is_shown_without_it()
    {
        var error = await FailAsync(_ => throw new HttpRequestException("The header Bearer a-token-0123456789 is odd"));
        Assert.Equal(ErrorCode.NetworkUnavailable, error.Kind);
        Assert.DoesNotContain("a-token-0123456789", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("broke before a response arrived", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_is_reported_by_its_type_when_its_text_has_no_markup() =>
        Assert.Equal(
            ErrorCode.NotJson,
            (await FailAsync(_ => new HttpResponseMessage { Content = new StringContent("Welcome", null, "text/html") })).Kind);

    private static async Task<SigmaEngineException> FailAsync(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var service = new FakeService((request, _) => answer(request));
        using var log = new FakeWire((_, _) => FakeWire.Json("{}"));
        using var client = new SigmaHttpClient(
            new Uri("https://api.test/"),
            new StaticTokenCredential(Secrets.Secure("a-token-0123456789")),
            new RetryOptions { TotalTimeout = TimeSpan.Zero },
            null,
            _ => service,
            TimeProvider.System);
        return await Assert.ThrowsAsync<SigmaEngineException>(() => client.SendAsync(Request, log, default));
    }
}
