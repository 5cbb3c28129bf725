using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The API's addresses: one per region, or another https address that the user gives.</summary>
public static class RegionEndpoints
{
    // OpenAPI "servers" plus Azure Australia (sigma-api section 1).
    private static readonly KeyValuePair<string, string>[] All =
    {
        new("gcp-us", "https://api.sigmacomputing.com/"),
        new("gcp-sa", "https://api.sa.gcp.sigmacomputing.com/"),
        new("aws-us-west", "https://aws-api.sigmacomputing.com/"),
        new("aws-us-east", "https://api.us-a.aws.sigmacomputing.com/"),
        new("aws-ca", "https://api.ca.aws.sigmacomputing.com/"),
        new("aws-eu", "https://api.eu.aws.sigmacomputing.com/"),
        new("aws-au", "https://api.au.aws.sigmacomputing.com/"),
        new("aws-uk", "https://api.uk.aws.sigmacomputing.com/"),
        new("azure-us", "https://api.us.azure.sigmacomputing.com/"),
        new("azure-eu", "https://api.eu.azure.sigmacomputing.com/"),
        new("azure-ca", "https://api.ca.azure.sigmacomputing.com/"),
        new("azure-uk", "https://api.uk.azure.sigmacomputing.com/"),
        new("azure-au", "https://api.au.azure.sigmacomputing.com/"),
    };

    /// <summary>The regions by name.</summary>
    public static IEnumerable<string> Regions => All.Select(pair => pair.Key);

    /// <summary>The address of a region.</summary>
    /// <param name="region">Its name, for example aws-eu.</param>
    /// <returns>The base address with a final slash.</returns>
    /// <exception cref="SigmaEngineException">The region is unknown.</exception>
    public static Uri GetEndpoint(string region)
    {
        foreach (var pair in All)
        {
            if (string.Equals(pair.Key, region, StringComparison.OrdinalIgnoreCase))
            {
                return new Uri(pair.Value);
            }
        }

        var word = region.ToLowerInvariant();
        var meant = SpellingSuggestion.To(word, Regions);
        var near = Regions.Where(name => name != meant && word.Length > 1 && name.Contains(word)).ToList();
        near.InsertRange(0, meant is null ? [] : new[] { meant });
        var question = near.Count > 0 ? $" Did you mean {near[0]}?" : "";
        throw new SigmaEngineException(
            ErrorCode.InvalidAddress,
            $"'{region}' is not a region of Sigma.{question} The regions are {string.Join(", ", near.Concat(Regions.Except(near)))}.");
    }

    private const int LongestWord = 24;

    // A region is letters, digits and dashes; a host has a dot, an address a colon, and localhost is neither.
    private static bool IsWord(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
        && !string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing can connect to an address: the port 0, or the address of all networks that a server listens on.</summary>
    /// <param name="address">An absolute address. .NET would throw an exception about a parameter for it.</param>
    /// <returns>True for an address without a server behind it.</returns>
    public static bool IsUnspecified(Uri address) =>
        address.Port == 0
        || (IPAddress.TryParse(address.DnsSafeHost, out var number) && (number.Equals(IPAddress.Any) || number.Equals(IPAddress.IPv6Any)));

    /// <summary>Finds the region of an address; null for an address outside the list.</summary>
    /// <param name="address">A base address.</param>
    /// <returns>The region's name; null for an address outside the list.</returns>
    public static string? RegionOf(Uri address) =>
        All.Where(pair => new Uri(pair.Value).Host == address.Host).Select(pair => pair.Key).FirstOrDefault();

    /// <summary>Validates and completes an address that the user gave. The name of a region is an address too.</summary>
    /// <param name="text">For example aws-eu, or https://api.eu.aws.sigmacomputing.com, with or without /v2.</param>
    /// <returns>The base address with a final slash.</returns>
    /// <exception cref="SigmaEngineException">A secret may not be sent to the address.</exception>
    public static Uri Parse(string text)
    {
        if (IsWord(text.Trim()) && text.Trim().Length <= LongestWord)
        {
            return GetEndpoint(text.Trim());
        }

        // Do not repeat a text with a user name, query or fragment, or one long word: it may contain a secret, even if it is not an
        // address.
        var shown = text.IndexOfAny(new[] { '@', '?', '#' }) < 0 && !IsWord(text.Trim()) ? text : null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != "https" && uri.Scheme != "http"))
        {
            throw HttpErrors.InvalidAddress(
                shown,
                "is neither a region, such as aws-eu, nor a web address, such as https://api.eu.aws.sigmacomputing.com");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw HttpErrors.InvalidAddress(shown, "must not contain a user name, a query or a fragment");
        }

        if (IsUnspecified(uri))
        {
            throw HttpErrors.UnspecifiedAddress(shown);
        }

        if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            throw HttpErrors.InvalidAddress(shown, "uses plain http; secrets are sent over https only (http is allowed for this machine)");
        }

        if (string.Equals(uri.Host, "app.sigmacomputing.com", StringComparison.OrdinalIgnoreCase))
        {
            throw HttpErrors.ApplicationAddress(shown);
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/v2", StringComparison.OrdinalIgnoreCase))
        {
            path = path.Substring(0, path.Length - 3);
        }

        return new Uri(uri.GetLeftPart(UriPartial.Authority) + path + "/");
    }
}
