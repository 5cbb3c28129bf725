using System.Text.RegularExpressions;

namespace SigmaPS.Core.Http;

/// <summary>The part of a 401 response that offers a browser login: WWW-Authenticate with resource_metadata (RFC 9728).</summary>
/// <param name="Metadata">The address of the description.</param>
/// <param name="Scope">The scope to request.</param>
internal sealed record SignInChallenge(string Metadata, string Scope)
{
    // The scope of the API, if the header names none (sigma-api section 2.1).
    private const string ApiScope = "api:access";

    /// <summary>Reads the header; null if it does not offer a login.</summary>
    /// <param name="header">The values of the header; null without it.</param>
    public static SignInChallenge? Parse(string? header) =>
        Parameter(header, "resource_metadata") is { } metadata
            ? new SignInChallenge(metadata, Parameter(header, "scope") ?? ApiScope)
            : null;

    private static string? Parameter(string? header, string name)
    {
        var found = Regex.Match(
            header ?? "",
            @"(?:^|[\s,])" + name + @"\s*=\s*(?:""(?<text>[^""]*)""|(?<text>[^\s,""]+))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return found.Success && found.Groups["text"].Value.Length > 0 ? found.Groups["text"].Value : null;
    }
}
