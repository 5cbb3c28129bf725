using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security;

namespace SigmaPS.Core.Http;

/// <summary>What a session proves itself with. Secrets stay in secure strings until the moment they are sent.</summary>
public abstract class Credential
{
    /// <summary>The client id; null for a bare access token.</summary>
    public abstract string? ClientId { get; }

    /// <summary>Whether new tokens can be asked for.</summary>
    public abstract bool CanRenew { get; }

    /// <summary>Takes the secret out of a text of the service, in each form in which it may have been sent.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without the secret.</returns>
    public abstract string Redact(string text);

    /// <summary>Makes the secret known to what takes secrets out of texts.</summary>
    /// <param name="secrets">What looks for it.</param>
    internal abstract void Tell(SecretRedactor secrets);

    /// <summary>Takes a secret out of a text: plain, URL-encoded, Base64.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">The secret.</param>
    /// <returns>The text without the secret.</returns>
    internal static string Without(string text, string secret)
    {
        if (secret.Length == 0)
        {
            return text;
        }

        foreach (var form in new[] { secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret)).TrimEnd('=') })
        {
            text = text.Replace(form, "***");
        }

        return text;
    }

    /// <summary>Reads a secure string at the moment of use.</summary>
    /// <param name="secret">The secure string.</param>
    /// <returns>Its text, to be sent and dropped.</returns>
    protected static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;
}

/// <summary>Client id and secret, the grant type client_credentials.</summary>
public sealed class ClientCredential : Credential
{
    private readonly SecureString _secret;

    /// <summary>Makes the credential.</summary>
    /// <param name="clientId">The client id.</param>
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

    /// <summary>The form that asks for a token: id and secret as fields, which REST marks as required (sigma-api section 2).</summary>
    internal HttpContent Form() => new FormUrlEncodedContent(new[]
    {
        new KeyValuePair<string, string>("grant_type", "client_credentials"),
        new KeyValuePair<string, string>("client_id", ClientId),
        new KeyValuePair<string, string>("client_secret", Reveal(_secret)),
    });
}

/// <summary>An access token that somebody else got; it lives an hour at most and cannot be renewed.</summary>
public sealed class StaticTokenCredential : Credential
{
    private readonly SecureString _token;

    /// <summary>Makes the credential.</summary>
    /// <param name="token">The access token.</param>
    public StaticTokenCredential(SecureString token)
    {
        _token = token.Copy();
        _token.MakeReadOnly();
    }

    /// <inheritdoc/>
    public override string? ClientId => null;

    /// <inheritdoc/>
    public override bool CanRenew => false;

    /// <inheritdoc/>
    public override string Redact(string text) => Without(text, Reveal(_token));

    /// <inheritdoc/>
    internal override void Tell(SecretRedactor secrets) => secrets.Add(Reveal(_token));

    /// <summary>The token as it is sent.</summary>
    /// <exception cref="Diagnostics.SigmaEngineException">It has characters that no token has.</exception>
    internal AccessToken Token()
    {
        var token = Reveal(_token);
        return AccessToken.CanBeSent(token)
            ? new AccessToken(token, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)
            : throw new Diagnostics.SigmaEngineException(Diagnostics.ErrorCode.InvalidArgument, "The access token that was given is empty or has characters that no token has, such as a line break or a blank. Copy it again.");
    }
}
