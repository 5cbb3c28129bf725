using System;
using System.Net;
using System.Security;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>The credentials of a session. Secrets stay in secure strings until they are sent.</summary>
public abstract class Credential
{
    /// <summary>The client ID; null for an access token alone.</summary>
    public abstract string? ClientId { get; }

    /// <summary>Whether the session can request new tokens.</summary>
    public abstract bool CanRenew { get; }

    /// <summary>The message when the service refuses the token and the session cannot request another one.</summary>
    public virtual string WhenExpired =>
        "Sigma rejected the access token: it has expired (tokens live an hour) or belongs to another region. "
            + "Connect again with a new token, or with client ID and secret, which renew the token.";

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

        foreach (
            var form in new[]
            {
                secret,
                Uri.EscapeDataString(secret),
                WebUtility.UrlEncode(secret),
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
            })
        {
            text = text.Replace(form, "***");
        }

        return text;
    }

    /// <summary>Decrypts a secure string at the moment of use.</summary>
    /// <param name="secret">The secure string.</param>
    /// <returns>The plain text; do not store it.</returns>
    protected static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;

    /// <summary>Encrypts a text for the time until its use.</summary>
    /// <param name="text">The plain text.</param>
    /// <returns>A secure string that cannot be changed.</returns>
    protected static SecureString Protect(string text)
    {
        var secret = new NetworkCredential("", text).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }
}
