using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class HttpRequestMessageExtensionsTests
{
    [Fact]
    public async Task Method_address_headers_body_and_the_write_are_the_same()
    {
        var write = new InFlightWrite("told", default);
        using var request = new RedactedRequestMessage(HttpMethod.Put, new Uri("https://api.test/v2/x?y=%20"))
        {
            Write = write,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"größe\":1}")),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.Add("X-Own", ["a", "b"]);
        using var copy = await request.CloneAsync();
        Assert.NotSame(request, copy);
        Assert.Equal((HttpMethod.Put, request.RequestUri, request.Version), (copy.Method, copy.RequestUri, copy.Version));
        Assert.Equal(["a", "b"], copy.Headers.GetValues("X-Own"));
        Assert.Equal("{\"größe\":1}", await copy.Content!.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", copy.Content.Headers.ContentType!.ToString());
        Assert.Same(write, Assert.IsType<RedactedRequestMessage>(copy).Write);
    }

    [Fact]
    public async Task Copy_without_a_body_has_none_and_its_text_hides_it()
    {
        using var request = new RedactedRequestMessage(HttpMethod.Get, new Uri("https://api.test/v2/x"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer token");
        using var copy = await request.CloneAsync();
        Assert.Null(copy.Content);
        Assert.Equal("GET https://api.test/v2/x", copy.ToString());
    }
}
