using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>
/// An issue with what a team has said about it: how much it matters to them, why it does not count, whether it was known before.
/// </summary>
public sealed class ReportedIssue
{
    private const int FingerprintBytes = 16;

    /// <summary>Makes one.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="file">The full path of its file; null where it has none.</param>
    /// <param name="severity">How much it matters.</param>
    public ReportedIssue(SpecIssue issue, string? file, IssueSeverity severity)
    {
        Issue = issue;
        File = file;
        Severity = severity;
    }

    /// <summary>The issue.</summary>
    public SpecIssue Issue { get; }

    /// <summary>The full path of its file; null where it has none.</summary>
    public string? File { get; }

    /// <summary>How much it matters; the rule's own severity, or the one that the team gave the rule.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>Why it does not count; null where it does.</summary>
    public string? Suppression { get; init; }

    /// <summary>Whether it stands in the baseline; null where there is none.</summary>
    public bool? IsKnown { get; set; }

    /// <summary>Whether it is told: neither suppressed nor known before.</summary>
    public bool Counts => Suppression is null && IsKnown != true;

    /// <summary>Message and advice in one text.</summary>
    public string Text => Issue.Suggestion.Length == 0 ? Issue.Message : Issue.Message + " " + Issue.Suggestion;

    /// <summary>
    /// By what it is known again in another run: the model or else the file's name, the rule, and what it is about by ids; no line and no
    /// place in a list.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var scope = Issue.ModelId ?? System.IO.Path.GetFileName(File) ?? "";
            using var sha = SHA256.Create();
            return string.Concat(
                sha.ComputeHash(Encoding.UTF8.GetBytes(scope + "\n" + Issue.Thing))
                    .Take(FingerprintBytes)
                    .Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        }
    }
}
