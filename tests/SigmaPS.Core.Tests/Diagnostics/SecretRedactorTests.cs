using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Diagnostics;

/// <summary>No visible text contains a secret that the session has ever had, in any form in which the service echoes it.</summary>
public sealed class SecretRedactorTests : IDisposable
{
    private const string Secret = "s3cr+t/recognisable=%&?Zq9<\"\\tail>";
    private const string Token = "tok-1234567890-abcdefghij";
    private readonly SecretRedactor _redactor = new();

    public SecretRedactorTests() => _redactor.Add(Secret);

    public void Dispose() => _redactor.Dispose();

    // Some encodings of this secret are equal.
    public static TheoryData<string> Forms => new(new[]
    {
        Secret,
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        WebUtility.HtmlEncode(Secret),
        JsonSerializer.Serialize(Secret).Trim('"'),
        JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)),
        AllEscaped(),
        Secret.Replace("/", "\\/", StringComparison.Ordinal),
        Base64(Secret),
        Base64("Bearer " + Secret),
        Base64("id:" + Secret),
        Base64("x" + Secret).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        Secret[5..25],
    }.Distinct());

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_hidden_and_the_words_around_it_stay(string form)
    {
        var shown = _redactor.Redact($"Sigma refused: {form} was sent.");
        Assert.StartsWith("Sigma refused: ", shown, StringComparison.Ordinal);
        Assert.EndsWith(" was sent.", shown, StringComparison.Ordinal);
        Assert.Contains("***", shown, StringComparison.Ordinal);
        for (var i = 4; i + 12 <= form.Length - 4; i++)
        {
            Assert.DoesNotContain(form.Substring(i, 12), shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Nothing of it: 467bc369-5db7-4963-8172-b24a49dbc75b, 100 %, a\\b, &amp; %zz \\uZZZZ &#xFFFFFF; \\")]
    [InlineData("")]
    public void Other_text_stays_as_it_is(string text) => Assert.Same(text, _redactor.Redact(text));

    [Fact]
    public void Session_that_ended_hides_nothing_any_more()
    {
        Assert.Equal("***", SecretRedactor.RedactAll(Secret));
        _redactor.Dispose();
        Assert.Equal(Secret, SecretRedactor.RedactAll(Secret));
    }

    [Theory]
    [InlineData("message")]
    [InlineData("code")]
    [InlineData("requestId")]
    [InlineData("header")]
    [InlineData("raw")]
    public async Task Error_shows_no_token_wherever_the_service_echoes_it_and_also_not_one_from_before_a_renewal(string where)
    {
        var asked = 0;
        using FakeWire wire = new((_, _) => ++asked == 1 ? FakeWire.Json("""{"message":"expired"}""", 401) : Echo(where));
        wire.OnSignIn = n => FakeWire.Json($$"""{"access_token":"{{(n == 1 ? Token : "a-later-token-0123456789")}}","expires_in":3600}""");
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(wire.Client.SendAsync(new ApiRequest(HttpMethod.Get, "v2/x"), default)));
        Assert.Equal(2, wire.SignIns);
        Assert.DoesNotContain("1234567890", string.Join(' ', fault, fault.Code, fault.RequestId, fault.Target), StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Said, line => line.Contains("1234567890", StringComparison.Ordinal));
    }

    private static HttpResponseMessage Echo(string where)
    {
        var escaped = "\\u0074ok-1234567890-abcdefghij";
        var response = FakeWire.Json(
            where switch
            {
                "raw" => "echo " + escaped,
                "header" => "{}",
                _ => $$"""{"{{where}}":"echo {{escaped}}"}""",
            },
            400);
        if (where == "header")
        {
            response.Headers.TryAddWithoutValidation("x-request-id", Token);
        }

        return response;
    }

    private static string AllEscaped()
    {
        StringBuilder text = new();
        foreach (var c in Secret)
        {
            text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
