using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SigmaPS.Core.Writing;

/// <summary>The name of a scratch model: a fixed prefix, the run that created it, a token and a digest.</summary>
/// <remarks>A name that a person typed does not contain the right digest.</remarks>
internal sealed class ScratchName
{
    /// <summary>The start of every such name.</summary>
    public const string Prefix = "SigmaPS rehearsal ";

    private const int DigestLength = 8;
    private const int TokenLength = 12;

    private static readonly TimeSpan LongestRehearsal = TimeSpan.FromHours(1);
    private static readonly Regex Form = new(
        "^" + Prefix + "(?<marker>(?<machine>[0-9a-f]{8})-(?<process>[0-9a-f]{1,8})-(?<start>[0-9a-f]{1,15})-[0-9a-f]{12})"
        + "-(?<digest>[0-9a-f]{8})$",
        RegexOptions.CultureInvariant);

    private ScratchName(string text, RunIdentity run)
    {
        Text = text;
        Run = run;
    }

    /// <summary>The whole name.</summary>
    public string Text { get; }

    private RunIdentity Run { get; }

    /// <summary>Creates a name that no other run uses.</summary>
    public static ScratchName Create()
    {
        var marker = $"{RunIdentity.Current}-{Guid.NewGuid().ToString("N").Substring(0, TokenLength)}";
        return new ScratchName($"{Prefix}{marker}-{Digest(marker)}", RunIdentity.Current);
    }

    /// <summary>Parses a name; null if it is not the name of a scratch model.</summary>
    public static ScratchName? Parse(string name)
    {
        var match = Form.Match(name);
        return match.Success && Digest(match.Groups["marker"].Value) == match.Groups["digest"].Value
            && RunIdentity.Parse(match.Groups["machine"].Value, match.Groups["process"].Value, match.Groups["start"].Value) is { } run
            ? new ScratchName(name, run)
            : null;
    }

    /// <summary>Whether the run that created the model has ended.</summary>
    /// <remarks>A run on another machine has ended after an hour, which no rehearsal takes.</remarks>
    /// <param name="createdAt">When the model was created.</param>
    /// <param name="now">The time.</param>
    /// <param name="isInUse">Whether a rehearsal of this process uses the model.</param>
    public bool IsLeftover(DateTimeOffset? createdAt, DateTimeOffset now, bool isInUse) =>
        !isInUse && (Run.IsThisProcess || (Run.HasEnded() ?? now - createdAt > LongestRehearsal));

    /// <summary>A short digest of a text.</summary>
    internal static string Digest(string text)
    {
        using var sha = SHA256.Create();
        var bytes = sha.ComputeHash(Encoding.UTF8.GetBytes(Prefix + text)).Take(DigestLength / 2);
        return string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
