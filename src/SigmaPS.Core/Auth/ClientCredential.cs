using System.Collections.Generic;
using System.Net.Http;
using System.Security;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>Client ID and secret, for the grant type client_credentials.</summary>
public sealed class ClientCredential : Credential
{
    private readonly SecureString _secret;

    /// <summary>Creates the credential.</summary>
    /// <param name="clientId">The client ID.</param>
    /// <param name="secret">The client secret.</param>
    public ClientCredential(string clientId, SecureString secret)
    {
        ClientId = clientId;
        _secret = secret.Copy();
        _secret.MakeReadOnly();
    }

    /// <inheritdoc/>
    public override string ClientId { get; }

    /// <inheritdoc/>
    public override bool CanRenew => true;

    /// <inheritdoc/>
    public override string Redact(string text) => Without(text, Reveal(_secret));

    /// <inheritdoc/>
    internal override void Tell(SecretRedactor secrets) => secrets.Add(Reveal(_secret));

    /// <summary>The form of a token request. The REST reference requires ID and secret as fields (sigma-api section 2).</summary>
    internal HttpContent Form() => new FormUrlEncodedContent(new[]
    {
        new KeyValuePair<string, string>("grant_type", "client_credentials"),
        new KeyValuePair<string, string>("client_id", ClientId),
        new KeyValuePair<string, string>("client_secret", Reveal(_secret)),
    });
}
