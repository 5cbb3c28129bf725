using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class TokenResponseTests
{
    [Theory]
    [InlineData("""{"access_token":"t","refresh_token":"r","token_type":"bearer","expires_in":3600}""", 3600)]
    [InlineData("""{"access_token":"t","issued_token_type":"x","token_type":"Bearer","expires_in":59.5}""", 59.5)]
    [InlineData("""{"access_token":"t"}""", 0)]
    public void Both_published_forms_are_read(string text, double life)
    {
        var answer = TokenResponse.Read(new ApiResponse(200, "application/json", text, null));
        Assert.Equal(("t", life), (answer.AccessToken, answer.ExpiresIn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public void Empty_text_is_not_a_token(string text) =>
        Assert.Null(TokenResponse.Read(new ApiResponse(200, "application/json", text, null)).AccessToken);

    [Theory]
    [InlineData("""{"access_token":"s3cret","expires_in":"soon"}""")]
    [InlineData("""{"access_token":"s3cret",""")]
    [InlineData("s3cret")]
    public void Invalid_response_is_not_quoted(string text)
    {
        var e = Assert.Throws<SigmaEngineException>(() => TokenResponse.Read(new ApiResponse(200, "application/json", text, "request-1")));
        Assert.Equal((ErrorCode.UnexpectedAnswer, "request-1"), (e.Kind, e.RequestId));
        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.Null(e.InnerException);
    }
}
