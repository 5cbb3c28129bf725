using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class TokenRequestsTests
{
    private static readonly ApiRequest Request = new(HttpMethod.Get, "v2/whoami");

    [Fact]
    public async Task Request_for_a_token_sends_the_credentials_as_a_form()
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}"));
        await wire.Client.SendAsync(Request, default);
        var form = wire.Bodies.First()!;
        Assert.Contains("client_id=id", form, System.StringComparison.Ordinal);
        Assert.Contains("client_secret=secret", form, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, ErrorCode.AuthenticationFailed)]
    [InlineData(403, ErrorCode.AuthenticationFailed)]
    [InlineData(404, ErrorCode.AuthenticationFailed)]
    [InlineData(429, ErrorCode.Throttled)]
    [InlineData(500, ErrorCode.ServiceUnavailable)]
    public async Task Refused_credentials_are_distinguished_from_a_service_that_is_not_ready(int status, ErrorCode kind)
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}"));
        wire.OnSignIn = _ => FakeWire.Json("{}", status);
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.Client.SendAsync(Request, default));
        Assert.Equal((kind, "the sign-in at api.test"), (error.Kind, error.Target));
        Assert.Empty(wire.Sent);
    }
}
