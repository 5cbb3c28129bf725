using System;
using System.Collections.Generic;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using Xunit;

namespace SigmaPS.Core.Tests.Api;

public sealed class RestPathTests
{
    private static readonly Uri Address = new("https://api.test:8443/sigma/");

    [Theory]
    [InlineData("v2/files", "v2/files")]
    [InlineData(" /v2/files?limit=1 ", "v2/files?limit=1")]
    [InlineData("v2.1/teams", "v2.1/teams")]
    [InlineData("v2/dataModels/1:materialize", "v2/dataModels/1:materialize")]
    [InlineData("https://api.test:8443/sigma/v2/files", "v2/files")]
    [InlineData("HTTPS://API.test:8443/sigma/v2/files?x=1", "v2/files?x=1")]
    public void Path_of_the_session_s_host_is_taken(string text, string path) => Assert.Equal(path, RestPath.Parse(text, [], Address));

    [Theory]
    [InlineData("https://evil.test/v2/files")]
    [InlineData("https://api.test/sigma/v2/files")]
    [InlineData("http://api.test:8443/sigma/v2/files")]
    [InlineData("https://api.test:8443/other/v2/files")]
    [InlineData("https://api.test:8443@evil.test/sigma/v2/files")]
    [InlineData("//evil.test/v2/files")]
    [InlineData("file:///etc/passwd")]
    [InlineData("\\\\evil.test\\v2\\files")]
    [InlineData("v2/../admin/x")]
    [InlineData("v2/%2e%2e/admin")]
    [InlineData("v2/a%2f..%2fb")]
    [InlineData("v2/./files")]
    [InlineData("https://api.test:8443/sigma/../v2/files")]
    [InlineData("files")]
    [InlineData("v2")]
    [InlineData("v2/")]
    [InlineData("")]
    [InlineData("v2/files#x")]
    [InlineData("v2/fi\nles")]
    [InlineData("v2/auth/token")]
    [InlineData("V2/Auth/%74oken?x=1")]
    public void Path_that_leads_elsewhere_is_refused(string text) =>
        Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<SigmaEngineException>(() => RestPath.Parse(text, [], Address)).Kind);

    [Fact]
    public void Query_is_encoded_and_added() =>
        Assert.Equal(
            "v2/files?a=b&n%20m=x%26y%3D%C3%A9%2B&t=1&t=2",
            RestPath.Parse(
                "v2/files?a=b",
                new KeyValuePair<string, string>[] { new("n m", "x&y=é+"), new("t", "1"), new("t", "2") },
                Address));

    [Theory]
    [InlineData("PUT", "v2/dataModels/1/spec", true)]
    [InlineData("PUT", "V2/datamodels/1/%73pec?x=1", true)]
    [InlineData("GET", "v2/dataModels/1/spec", false)]
    [InlineData("PUT", "v2/dataModels/1/elements/2/columnSecurityRules/3", false)]
    [InlineData("POST", "v2/dataModels/spec", false)]
    public void Spec_is_not_written_past_the_checks(string method, string path, bool refused)
    {
        Exception? e = Record.Exception(() => RestPath.RefuseSpecWrite(method, path));
        Assert.Equal(refused, e is SigmaEngineException { Kind: ErrorCode.InvalidArgument });
    }

    [Theory]
    [InlineData("v2/files", "v2/files?page=a%2Bb")]
    [InlineData("v2/files?limit=5&page=old&x=1", "v2/files?limit=5&x=1&page=a%2Bb")]
    public void Next_page_keeps_the_query(string path, string next) =>
        Assert.Equal(next, PageCursor.FromResponse("a+b", null)!.In(path));

    [Fact]
    public void Each_family_has_its_own_marker()
    {
        Assert.Equal("v2/x?pageToken=t", PageCursor.FromResponse(null, "t")!.In("v2/x"));
        Assert.Null(PageCursor.FromResponse("", null));
    }
}
