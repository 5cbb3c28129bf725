using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Api;

/// <summary>Validates a path that the user typed before a request is sent: it must be on the session's host and begin with an API
/// version.</summary>
public static class RestPath
{
    private static readonly Regex Version = new(@"^v\d[\w.]*/[^/]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Scheme = new(@"^[a-z][a-z0-9+.\-]*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Spec = new(
        @"^v\d[\w.]*/dataModels/[^/]+/spec/?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Validates a path and adds the query; the result is relative to the base address.</summary>
    /// <param name="text">For example v2/files, /v2/files?limit=10, or an absolute address of the session's own host.</param>
    /// <param name="query">Further query parameters, not encoded.</param>
    /// <param name="address">The session's base address.</param>
    /// <returns>For example "v2/grants?inodeId=467bc369-…".</returns>
    /// <exception cref="SigmaEngineException">The path leaves the host or its versions, or another command must be used.</exception>
    public static string Parse(string text, IEnumerable<KeyValuePair<string, string>> query, Uri address)
    {
        var given = text.Trim();
        if (given.Length == 0)
        {
            throw Invalid("-Path is empty. Specify a path, for example v2/files.");
        }

        if (given.IndexOf('\\') >= 0 || given.IndexOf('#') >= 0 || given.Any(char.IsControl))
        {
            throw ApiErrors.InvalidPath(given);
        }

        var relative = Relative(given, address).TrimStart('/');
        var mark = relative.IndexOf('?');
        var path = mark < 0 ? relative : relative.Substring(0, mark);
        var plain = Uri.UnescapeDataString(path);
        if (plain.Split('/', '\\').Any(segment => segment.Trim() is "." or ".."))
        {
            throw Invalid($"The path '{given}' contains '.' or '..'. Write the path without them.");
        }

        if (!Version.IsMatch(path))
        {
            throw Invalid($"'{given}' is not a path of the API. Begin with the version, for example v2/files.");
        }

        if (plain.TrimEnd('/').EndsWith("/auth/token", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("The response of auth/token is a secret that must not be shown. To sign in, run Connect-Sigma.");
        }

        var all = new StringBuilder(relative);
        foreach (var pair in query)
        {
            all.Append(all.ToString().IndexOf('?') < 0 ? "?" : "&")
                .Append(Uri.EscapeDataString(pair.Key))
                .Append('=')
                .Append(Uri.EscapeDataString(pair.Value));
        }

        return all.ToString();
    }

    /// <summary>Refuses a write of a spec, because it would skip every check.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The result of <see cref="Parse"/>.</param>
    /// <exception cref="SigmaEngineException">The path is a model's spec and the method writes it.</exception>
    public static void RefuseSpecWrite(string method, string path)
    {
        if (method != "GET" && Spec.IsMatch(Uri.UnescapeDataString(path.Split('?')[0])))
        {
            throw ApiErrors.SpecWriteRefused(method);
        }
    }

    private static string Relative(string given, Uri address)
    {
        if (!Scheme.IsMatch(given) && !given.StartsWith("//", StringComparison.Ordinal))
        {
            return given;
        }

        var own = address.AbsoluteUri;
        return given.StartsWith(own, StringComparison.OrdinalIgnoreCase)
            ? given.Substring(own.Length)
            : throw ApiErrors.OtherHost(address);
    }

    private static SigmaEngineException Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
