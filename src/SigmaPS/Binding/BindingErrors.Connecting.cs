using System.Management.Automation;

namespace SigmaPS.Binding;

/// <content>The errors of addresses and credentials.</content>
internal static partial class BindingErrors
{
    public static Core.Diagnostics.SigmaEngineException TwoAddresses() =>
        Invalid("-Region and -BaseUrl were given. Use one of them, not both.");

    public static Core.Diagnostics.SigmaEngineException NoAddress() =>
        new(
            Core.Diagnostics.ErrorCode.InvalidAddress,
            $"No address given: {ConnectOptions.BaseUrlVariable} is not set. "
                + "Set it, or use -Region (for example aws-us-west) or -BaseUrl.");

    public static Core.Diagnostics.SigmaEngineException NoProxy() => Invalid("-ProxyCredential requires -Proxy. Add -Proxy.");

    public static Core.Diagnostics.SigmaEngineException InvalidProxy() =>
        Invalid(
            "-Proxy is not a valid address. Use an address such as http://proxy.example:3128 without a user name; "
                + "for name and password, use -ProxyCredential.");

    public static Core.Diagnostics.SigmaEngineException EmptyCredential() => Invalid("-Credential is empty.");

    public static Core.Diagnostics.SigmaEngineException HalfOfClient() =>
        Invalid("-ClientId and -ClientSecret must be used together. Specify both; the secret is a SecureString.");

    public static Core.Diagnostics.SigmaEngineException EmptyClient() => Invalid("The client ID or the client secret is empty.");

    public static Core.Diagnostics.SigmaEngineException EmptyToken() => Invalid("-AccessToken is empty.");

    public static Core.Diagnostics.SigmaEngineException NotInteractive() =>
        Invalid(
            "-Interactive requires a person at a browser, and this host is not interactive. In scripts and runbooks, use client "
                + $"credentials: set {ConnectOptions.ClientIdVariable} and {ConnectOptions.ClientSecretVariable} and omit -Interactive, "
                + "or use -Credential.");

    /// <summary>The error of a connection whose credentials are in no parameter and no variable.</summary>
    /// <param name="missing">A sentence with the variables that are not set.</param>
    public static Core.Diagnostics.SigmaEngineException NoCredentials(string missing) =>
        Invalid(
            $"No credentials given: {missing} Set {ConnectOptions.ClientIdVariable} and {ConnectOptions.ClientSecretVariable}, or "
                + $"{ConnectOptions.TokenVariable}; or use -Credential, -ClientId with -ClientSecret, -AccessToken, or -Interactive.");

    public static ArgumentTransformationMetadataException PlainSecret(string variable) =>
        new(
            "The value is plain text; a secret must be a SecureString. To type it, use (Read-Host -AsSecureString). In a script, set "
                + $"{variable} and omit the parameter.");

    public static ArgumentTransformationMetadataException NoPrompt(string name) =>
        new(
            $"'{name}' is a name without a secret, and this host cannot prompt for it. Use a PSCredential, "
                + "or set SIGMA_CLIENT_ID and SIGMA_CLIENT_SECRET and leave -Credential out.");

    public static ArgumentTransformationMetadataException NoSecret() => new("No secret was entered.");
}
