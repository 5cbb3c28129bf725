using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SigmaPS.Sandbox;

/// <summary>The registered clients, pages, codes and refresh tokens of the browser login (sigma-api.md section 2.1).</summary>
internal sealed class SignInStore(SandboxOptions options)
{
    private readonly Dictionary<string, RegisteredClient> _clients = [];
    private readonly Dictionary<string, SignInRequest> _pages = [];
    private readonly Dictionary<string, (SignInRequest Request, string MemberId)> _codes = [];
    private readonly Dictionary<string, (string ClientId, string MemberId, DateTimeOffset End)> _refresh = [];
    private readonly List<string> _issued = [];

    /// <summary>Every code and refresh token so far.</summary>
    public IReadOnlyList<string> Issued => [.. _issued];

    public RegisteredClient Register(string name, IReadOnlyList<string> redirectUris)
    {
        RegisteredClient client = new("sbxapp" + NewIds.Uuid().Replace("-", "", StringComparison.Ordinal), name, redirectUris);
        _clients.Add(client.Id, client);
        return client;
    }

    public RegisteredClient? Client(string? id) => id is not null && _clients.TryGetValue(id, out RegisteredClient? client) ? client : null;

    public SignInRequest Open(SignInRequest request)
    {
        _pages.Add(request.Id, request);
        return request;
    }

    /// <summary>Takes a page's decision; each page decides once.</summary>
    public SignInRequest? Close(string? id) => id is not null && _pages.Remove(id, out SignInRequest? request) ? request : null;

    public string IssueCode(SignInRequest request, string memberId)
    {
        string code = NewIds.Token("code") + (options.EscapesCode ? "%2Fpart" : "");
        _codes.Add(code, (request, memberId));
        _issued.Add(code);
        return code;
    }

    /// <summary>Takes a code: it is good once, for its client, redirect address and challenge. Returns the member; null if
    /// refused.</summary>
    public string? Redeem(string? code, string? clientId, string? redirectUri, string? verifier)
    {
        if (code is null || !_codes.Remove(code, out (SignInRequest Request, string MemberId) grant))
        {
            return null;
        }

        SignInRequest request = grant.Request;
        return request.Client.Id == clientId && request.RedirectUri == redirectUri && request.Challenge == Challenge(verifier)
            ? grant.MemberId
            : null;
    }

    public string IssueRefresh(string clientId, string memberId)
    {
        string token = NewIds.Token("refresh");
        _refresh[token] = (clientId, memberId, options.TimeProvider.GetUtcNow() + options.RefreshTokenLifetime);
        _issued.Add(token);
        return token;
    }

    /// <summary>Takes a refresh token: it is good once, for its client. Returns the member; null if refused.</summary>
    public string? Rotate(string? token, string? clientId) =>
        token is not null
        && _refresh.TryGetValue(token, out (string ClientId, string MemberId, DateTimeOffset End) known)
        && known.ClientId == clientId
        && _refresh.Remove(token)
        && options.TimeProvider.GetUtcNow() < known.End
            ? known.MemberId
            : null;

    public void ExpireRefresh()
    {
        foreach (string token in _refresh.Keys.ToArray())
        {
            _refresh[token] = _refresh[token] with { End = DateTimeOffset.MinValue };
        }
    }

    private static string? Challenge(string? verifier) => verifier is null ? null
        : Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
