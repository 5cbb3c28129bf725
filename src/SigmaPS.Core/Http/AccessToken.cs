using System;

namespace SigmaPS.Core.Http;

/// <summary>A token and its times.</summary>
internal sealed class AccessToken
{
    /// <summary>What claims to live longer is not a token of the service: its tokens live an hour.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    private static readonly TimeSpan UsualMargin = TimeSpan.FromMinutes(5);

    public AccessToken(string value, DateTimeOffset expiresAt, DateTimeOffset renewAt)
    {
        Value = value;
        ExpiresAt = expiresAt;
        RenewAt = renewAt;
    }

    /// <summary>What goes behind "Bearer".</summary>
    public string Value { get; }

    /// <summary>When the service stops to take it.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>From when on a new one is asked for: five minutes early, or a fifth of a life that is short.</summary>
    public DateTimeOffset RenewAt { get; }

    /// <summary>Whether a text can stand in a header behind "Bearer": visible ASCII characters alone.</summary>
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
