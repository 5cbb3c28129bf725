using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>An issue with the decisions of a team: its severity, the reason to ignore it, and whether an earlier run had it.</summary>
/// <param name="issue">The issue.</param>
/// <param name="file">The full path of its file; null if it has none.</param>
/// <param name="severity">How much it matters.</param>
public sealed class ReportedIssue(SpecIssue issue, string? file, IssueSeverity severity)
{
    private const int FingerprintBytes = 16;
    private string? _fingerprint;

    /// <summary>The issue.</summary>
    public SpecIssue Issue { get; } = issue;

    /// <summary>The full path of its file; null if it has none.</summary>
    public string? File { get; } = file;

    /// <summary>How much it matters: the rule's own severity, or the severity that the team set.</summary>
    public IssueSeverity Severity { get; } = severity;

    /// <summary>The reason to ignore it; null if it counts.</summary>
    public string? Suppression { get; init; }

    /// <summary>Whether the baseline contains it; null without a baseline.</summary>
    public bool? IsKnown { get; set; }

    /// <summary>Whether it is neither suppressed nor in the baseline.</summary>
    public bool Counts => Suppression is null && IsKnown != true;

    /// <summary>Message and suggestion in one text.</summary>
    public string Text => Issue.Suggestion.Length == 0 ? Issue.Message : Issue.Message + " " + Issue.Suggestion;

    /// <summary>
    /// Identifies the issue in another run by its model (or else the file's name), its rule and the IDs of the items that it concerns.
    /// Lines and list positions are not part of it.
    /// </summary>
    public string Fingerprint
    {
        get => _fingerprint ??= Compute();
        init => _fingerprint = value;
    }

    private string Compute()
    {
        var scope = Issue.ModelId ?? System.IO.Path.GetFileName(File) ?? "";
        using var sha = SHA256.Create();
        return string.Concat(
            sha.ComputeHash(Encoding.UTF8.GetBytes(scope + "\n" + Issue.Thing))
                .Take(FingerprintBytes)
                .Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
