using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SigmaPS.Core.Auth;

/// <summary>One login: the registered client, its redirect address, its proof key and its state.</summary>
internal sealed class SignInAttempt(SignInEndpoints endpoints, string clientId, Uri redirect)
{
    // At least 22 characters (sigma-api section 2.1); 24 bytes are 32.
    private const int StateBytes = 24;

    public SignInEndpoints Endpoints { get; } = endpoints;

    public string ClientId { get; } = clientId;

    public Uri Redirect { get; } = redirect;

    public ProofKey Key { get; } = ProofKey.Create();

    /// <summary>The random text that the browser brings back, so that a response belongs to this login.</summary>
    public string State { get; } = Base64Url.Random(StateBytes);

    /// <summary>The address of the login page.</summary>
    public Uri Address
    {
        get
        {
            var query = string.Join("&", Parameters().Select(pair => pair.Key + "=" + Uri.EscapeDataString(pair.Value)));
            var page = new UriBuilder(Endpoints.Authorization) { Fragment = "" };
            page.Query = page.Query.Length > 1 ? page.Query.Substring(1) + "&" + query : query;
            return page.Uri;
        }
    }

    /// <summary>Compares a state with this login's in a time that does not depend on the first difference.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public bool HasState(string? state)
    {
        if (state is null || state.Length != State.Length)
        {
            return false;
        }

        var difference = 0;
        for (var i = 0; i < state.Length; i++)
        {
            difference |= state[i] ^ State[i];
        }

        return difference == 0;
    }

    private Dictionary<string, string> Parameters() => new()
    {
        ["response_type"] = "code",
        ["client_id"] = ClientId,
        ["redirect_uri"] = Redirect.OriginalString,
        ["state"] = State,
        ["code_challenge"] = Key.Challenge,
        ["code_challenge_method"] = "S256",
        ["scope"] = Endpoints.Scope,
    };
}
