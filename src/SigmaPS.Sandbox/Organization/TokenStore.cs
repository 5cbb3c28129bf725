using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

/// <summary>The issued tokens and their expiry.</summary>
internal sealed class TokenStore(SandboxOptions options)
{
    private readonly Dictionary<string, DateTimeOffset> _access = [];
    private readonly Dictionary<string, DateTimeOffset> _refresh = [];
    private readonly Dictionary<string, string> _owners = [];
    private DateTimeOffset? _lastRequest;

    public IReadOnlyList<string> All => [.. _access.Keys, .. _refresh.Keys];

    public (string Access, string Refresh) Issue()
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        string access = NewIds.Token("access");
        string refresh = NewIds.Token("refresh");
        _access[access] = now + options.TokenLifetime;
        _refresh[refresh] = now + options.RefreshTokenLifetime;
        return (access, refresh);
    }

    /// <summary>Issues an access token that acts as a member.</summary>
    public string IssueAccess(string memberId)
    {
        string access = NewIds.Token("access");
        _access[access] = options.TimeProvider.GetUtcNow() + options.TokenLifetime;
        _owners[access] = memberId;
        return access;
    }

    /// <summary>The member that a token acts as; null for the owner of the API credentials.</summary>
    public string? OwnerOf(string token) => _owners.GetValueOrDefault(token);

    public bool IsAccess(string token) => _access.TryGetValue(token, out DateTimeOffset end) && options.TimeProvider.GetUtcNow() < end;

    public bool IsRefresh(string token) => _refresh.TryGetValue(token, out DateTimeOffset end) && options.TimeProvider.GetUtcNow() < end;

    public void ExpireAccess()
    {
        foreach (string token in _access.Keys.ToArray())
        {
            _access[token] = DateTimeOffset.MinValue;
        }
    }

    public void ExpireRefresh()
    {
        foreach (string token in _refresh.Keys.ToArray())
        {
            _refresh[token] = DateTimeOffset.MinValue;
        }
    }

    /// <summary>False for a second token request within one second.</summary>
    public bool WithinRate()
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        bool within = _lastRequest is null || now - _lastRequest >= TimeSpan.FromSeconds(1);
        _lastRequest = now;
        return within;
    }
}
