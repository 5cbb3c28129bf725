using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Issues that do not count, and why.</summary>
internal sealed class Suppression
{
    private readonly IReadOnlyList<string> _names;
    private readonly Regex? _file;
    private readonly string _folder;

    public Suppression(string rule, string reason, IReadOnlyList<string> names, string? file, string folder, TextPosition position)
    {
        Rule = rule;
        Reason = reason;
        Position = position;
        _names = names;
        _file = file is null
            ? null
            : new Regex(
                "^" + Regex.Escape(file.Replace('\\', '/')).Replace(@"\*", ".*") + "$",
                RegexOptions.CultureInvariant | (Path.DirectorySeparatorChar == '\\' ? RegexOptions.IgnoreCase : RegexOptions.None));
        _folder = folder;
    }

    /// <summary>The id of the rule.</summary>
    public string Rule { get; }

    /// <summary>The reason, in the team's words.</summary>
    public string Reason { get; }

    /// <summary>Where it stands in the file of the rules.</summary>
    public TextPosition Position { get; }

    /// <summary>Whether any issue has been suppressed by it, alone or with others.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Whether an issue is meant: the rule's, in the file, with these names on its way down, in this order.</summary>
    public bool Suppresses(SpecIssue issue, string? file)
    {
        var fits = Fits(issue, file);
        IsUsed |= fits;
        return fits;
    }

    private bool Fits(SpecIssue issue, string? file)
    {
        if (issue.RuleId != Rule || (_file is not null && (file is null || !_file.IsMatch(new ReportPaths(_folder).Shown(file)))))
        {
            return false;
        }

        var at = 0;
        foreach (var name in issue.Names)
        {
            at += at < _names.Count && _names[at] == name ? 1 : 0;
        }

        return at == _names.Count;
    }
}
