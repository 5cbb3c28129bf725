using System;
using System.Management.Automation;
using System.Security;

namespace SigmaPS.Binding;

/// <summary>The address and the credentials of a connection: from parameters, else from the SIGMA_ variables.</summary>
internal sealed class ConnectOptions
{
    internal const string BaseUrlVariable = "SIGMA_BASE_URL";
    internal const string ClientIdVariable = "SIGMA_CLIENT_ID";
    internal const string ClientSecretVariable = "SIGMA_CLIENT_SECRET";
    internal const string TokenVariable = "SIGMA_API_TOKEN";

    /// <summary>The bound parameter set, which shows the kind of credentials.</summary>
    public string ParameterSetName { get; set; } = "";

    /// <summary>The region; null if it was not given.</summary>
    public string? Region { get; set; }

    /// <summary>The address of the API; null if it was not given.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The client ID and the secret as one value.</summary>
    public PSCredential? Credential { get; set; }

    /// <summary>The client ID.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client secret.</summary>
    public SecureString? ClientSecret { get; set; }

    /// <summary>The access token.</summary>
    public SecureString? AccessToken { get; set; }

    /// <summary>How long a request may take with all its retries, in seconds.</summary>
    public int RetryTimeoutSec { get; set; }

    /// <summary>How long one attempt may take, in seconds.</summary>
    public int TimeoutSec { get; set; }

    /// <summary>The proxy; null for the system's.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>Name and password for the proxy.</summary>
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Whether a person signs in with a browser.</summary>
    public bool IsInteractive { get; set; }

    /// <summary>Whether a person can act on a prompt.</summary>
    public bool CanPrompt { get; set; }

    /// <summary>How long the person may take to sign in.</summary>
    public TimeSpan SignInLimit { get; set; }

    /// <summary>Whether an unreachable host is an error at once, in place of the retries.</summary>
    public bool FailsFast { get; set; }

    /// <summary>The base address.</summary>
    public Uri GetAddress()
    {
        if (Region is not null && BaseUrl is not null)
        {
            throw BindingErrors.TwoAddresses();
        }

        return Region is { } region
            ? Core.Http.RegionEndpoints.GetEndpoint(region)
            : Core.Http.RegionEndpoints.Parse(BaseUrl ?? Variable(BaseUrlVariable) ?? throw BindingErrors.NoAddress());
    }

    /// <summary>The timeouts of the session.</summary>
    public Core.Http.RetryOptions GetRetryOptions() => new()
    {
        TotalTimeout = TimeSpan.FromSeconds(RetryTimeoutSec),
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
    };

    /// <summary>The proxy to go through; null for the system's.</summary>
    public System.Net.IWebProxy? GetProxy() =>
        Proxy switch
        {
            null => ProxyCredential is null ? null : throw BindingErrors.NoProxy(),
            { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" } proxy
                when !Core.Http.RegionEndpoints.IsUnspecified(proxy) => new System.Net.WebProxy(proxy)
                {
                    Credentials = ProxyCredential?.GetNetworkCredential(),
                },
            _ => throw BindingErrors.InvalidProxy(),
        };

    /// <summary>The credentials.</summary>
    public Core.Auth.Credential GetCredential() => ParameterSetName switch
    {
        "Credential" => Credential is { } credential
            ? Client(credential.UserName.TrimStart('\\'), credential.Password)
            : throw BindingErrors.EmptyCredential(),
        "ClientSecret" => (ClientId, ClientSecret) is ({ Length: > 0 } id, { } secret)
            ? Client(id, secret)
            : throw BindingErrors.HalfOfClient(),
        "AccessToken" => AccessToken is { Length: > 0 } token
            ? new Core.Auth.StaticTokenCredential(token)
            : throw BindingErrors.EmptyToken(),
        "Interactive" when IsInteractive => CanPrompt
            ? new Core.Auth.BrowserCredential()
            : throw BindingErrors.NotInteractive(),
        _ => FromVariables(),
    };

    private static Core.Auth.Credential FromVariables()
    {
        if (Variable(ClientIdVariable) is { } id && Variable(ClientSecretVariable) is { } secret)
        {
            return Client(id, Secure(secret));
        }

        return Variable(TokenVariable) is { } token
            ? new Core.Auth.StaticTokenCredential(Secure(token))
            : throw BindingErrors.NoCredentials(MissingVariables());
    }

    // A common mistake in a pipeline is to set only one variable of the pair, so name the missing one.
    private static string MissingVariables() => (Variable(ClientIdVariable), Variable(ClientSecretVariable)) switch
    {
        ({ }, null) => $"{ClientIdVariable} is set, {ClientSecretVariable} is not set.",
        (null, { }) => $"{ClientSecretVariable} is set, {ClientIdVariable} is not set.",
        _ => $"{ClientIdVariable}, {ClientSecretVariable} and {TokenVariable} are not set.",
    };

    private static Core.Auth.ClientCredential Client(string id, SecureString secret) => id.Trim().Length == 0 || secret.Length == 0
        ? throw BindingErrors.EmptyClient()
        : new Core.Auth.ClientCredential(id.Trim(), secret);

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && value.Trim().Length > 0 ? value.Trim() : null;

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
        {
            secure.AppendChar(c);
        }

        return secure;
    }
}
