using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security;

namespace SigmaPS.Core.Http;

/// <summary>The credentials of a session. Secrets stay in secure strings until they are sent.</summary>
public abstract class Credential
{
    /// <summary>The client ID; null for an access token alone.</summary>
    public abstract string? ClientId { get; }

    /// <summary>Whether the session can request new tokens.</summary>
    public abstract bool CanRenew { get; }

    /// <summary>Removes the secret from a text of the service: plain, URL-encoded and Base64.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without the secret.</returns>
    public abstract string Redact(string text);

    /// <summary>Registers the secret with a redactor.</summary>
    /// <param name="secrets">The redactor.</param>
    internal abstract void Tell(SecretRedactor secrets);

    /// <summary>Removes a secret from a text: plain, URL-encoded and Base64.</summary>
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

    /// <summary>Decrypts a secure string at the moment of use.</summary>
    /// <param name="secret">The secure string.</param>
    /// <returns>The plain text; do not store it.</returns>
    protected static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;
}

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

/// <summary>An access token that the caller requested elsewhere. It lives an hour at most and cannot be renewed.</summary>
public sealed class StaticTokenCredential : Credential
{
    private readonly SecureString _token;

    /// <summary>Creates the credential.</summary>
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

    /// <summary>The token to send.</summary>
    /// <exception cref="Diagnostics.SigmaEngineException">The token is empty or contains invalid characters.</exception>
    internal AccessToken Token()
    {
        var token = Reveal(_token);
        return AccessToken.CanBeSent(token)
            ? new AccessToken(token, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)
            : throw new Diagnostics.SigmaEngineException(
                Diagnostics.ErrorCode.InvalidArgument,
                "The value of -AccessToken is empty or contains invalid characters, such as a line break or a space. "
                    + "Copy the token again.");
    }
}
