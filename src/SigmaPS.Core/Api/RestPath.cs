using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Api;

/// <summary>A path that a person typed, made sure of before anything is sent: it stays on the session's host and below its versions.</summary>
public static class RestPath
{
    private static readonly Regex Version = new(@"^v\d[\w.]*/[^/]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Scheme = new(@"^[a-z][a-z0-9+.\-]*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Spec = new(@"^v\d[\w.]*/dataModels/[^/]+/spec/?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The path with its query, relative to the base address.</summary>
    /// <param name="text">For example v2/files, /v2/files?limit=10, or an absolute address of the session's own host.</param>
    /// <param name="query">More of the query, not yet encoded.</param>
    /// <param name="address">The session's base address.</param>
    /// <returns>For example "v2/grants?inodeId=467bc369-…".</returns>
    /// <exception cref="SigmaEngineException">It leads elsewhere, or to where a command of its own has to be used.</exception>
    public static string Parse(string text, IEnumerable<KeyValuePair<string, string>> query, Uri address)
    {
        var given = text.Trim();
        if (given.Length == 0)
        {
            throw Invalid("Say which path: -Path, for example v2/files.");
        }

        if (given.IndexOf('\\') >= 0 || given.IndexOf('#') >= 0 || given.Any(char.IsControl))
        {
            throw Invalid($"The path '{given}' holds a character that no path of the API holds (a backslash, # or a control character); encode it, or use -Query.");
        }

        var relative = Relative(given, address).TrimStart('/');
        var mark = relative.IndexOf('?');
        var path = mark < 0 ? relative : relative.Substring(0, mark);
        var plain = Uri.UnescapeDataString(path);
        if (plain.Split('/', '\\').Any(segment => segment.Trim() is "." or ".."))
        {
            throw Invalid($"The path '{given}' holds '.' or '..'; write the path as it is.");
        }

        if (!Version.IsMatch(path))
        {
            throw Invalid($"'{given}' is no path of the API; it begins with the version, for example v2/files.");
        }

        if (plain.TrimEnd('/').EndsWith("/auth/token", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("The sign-in is Connect-Sigma's, because its answer is a secret that must not be shown.");
        }

        var all = new StringBuilder(relative);
        foreach (var pair in query)
        {
            all.Append(all.ToString().IndexOf('?') < 0 ? "?" : "&").Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value));
        }

        return all.ToString();
    }

    /// <summary>Refuses a write of a representation: it would go past every check.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">What <see cref="Parse"/> gave.</param>
    /// <exception cref="SigmaEngineException">The path is a model's representation and the method writes it.</exception>
    public static void RefuseSpecWrite(string method, string path)
    {
        if (method != "GET" && Spec.IsMatch(Uri.UnescapeDataString(path.Split('?')[0])))
        {
            throw Invalid($"{method} of a representation is Set-SigmaDataModelSpec's: it looks at what is live first, so that nobody's work is overwritten and nothing is lost.");
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
            : throw Invalid($"That address is not on the session's own host {address.Authority}, and nothing was sent: the token goes nowhere else. Give the path alone, for example v2/files.");
    }

    private static SigmaEngineException Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
