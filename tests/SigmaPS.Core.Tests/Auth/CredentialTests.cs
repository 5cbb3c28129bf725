using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

public sealed class CredentialTests
{
    [Fact]
    public async Task Form_of_a_sign_in_contains_ID_and_secret_encoded()
    {
        using var form = new ClientCredential("my id", Secrets.Secure("p&ss=w+rd %€")).Form();
        Assert.Equal("application/x-www-form-urlencoded", form.Headers.ContentType!.MediaType);
        Assert.Equal(
            "grant_type=client_credentials&client_id=my+id&client_secret=p%26ss%3Dw%2Brd+%25%E2%82%AC",
            await form.ReadAsStringAsync());
    }

    [Fact]
    public async Task Secret_outlives_the_string_it_was_given_in()
    {
        var given = Secrets.Secure("secret");
        var credential = new ClientCredential("id", given);
        var token = new StaticTokenCredential(given);
        given.Dispose();
        using var form = credential.Form();
        Assert.EndsWith("client_secret=secret", await form.ReadAsStringAsync(), System.StringComparison.Ordinal);
        Assert.Equal("secret", token.Token().Value);
    }

    [Fact]
    public void Only_ID_and_secret_can_be_renewed()
    {
        var client = new ClientCredential("id", Secrets.Secure("secret"));
        var token = new StaticTokenCredential(Secrets.Secure("token"));
        Assert.Equal(("id", true), (client.ClientId, client.CanRenew));
        Assert.Equal((null, false), (token.ClientId, token.CanRenew));
    }
}
