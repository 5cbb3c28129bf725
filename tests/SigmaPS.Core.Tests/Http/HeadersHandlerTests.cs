using System;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class HeadersHandlerTests
{
    [Fact]
    public async Task Every_request_accepts_JSON_alone_and_names_the_client()
    {
        var service = new FakeService((_, _) => new HttpResponseMessage());
        using var invoker = new HttpMessageInvoker(new HeadersHandler { InnerHandler = service });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.test/v2/whoami");
        request.Headers.Accept.ParseAdd("application/yaml");
        request.Headers.UserAgent.ParseAdd("other/1.0");
        using var response = await invoker.SendAsync(request, default);
        Assert.Equal("application/json", request.Headers.Accept.ToString());
        Assert.False(request.Headers.ExpectContinue);
        Assert.DoesNotContain("Expect", request.Headers.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"^SigmaPS/\d+\.\d+\.\d+$", request.Headers.UserAgent.ToString());
    }
}
