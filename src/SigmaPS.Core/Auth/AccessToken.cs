using System;

namespace SigmaPS.Core.Auth;

/// <summary>An access token, its expiry and its renewal time.</summary>
internal sealed class AccessToken(string value, DateTimeOffset expiresAt, DateTimeOffset renewAt)
{
    /// <summary>The longest lifetime that a response may claim. Sigma's tokens live an hour.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    private static readonly TimeSpan UsualMargin = TimeSpan.FromMinutes(5);

    /// <summary>The text after "Bearer".</summary>
    public string Value { get; } = value;

    /// <summary>When the service stops accepting the token.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>When to request a new token: five minutes before the expiry, or a fifth of a short lifetime before it.</summary>
    public DateTimeOffset RenewAt { get; } = renewAt;

    /// <summary>Whether a header can contain the text after "Bearer": only visible ASCII characters.</summary>
    public static bool CanBeSent(string value)
    {
        foreach (var c in value)
        {
            if (c is < '!' or > '~')
            {
                return false;
            }
        }

        return value.Length > 0;
    }

    public static AccessToken FromLifetime(string value, DateTimeOffset from, TimeSpan life)
    {
        var fifth = TimeSpan.FromTicks(life.Ticks / 5);
        return new AccessToken(value, from + life, from + life - (fifth < UsualMargin ? fifth : UsualMargin));
    }
}
