using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Issues to ignore, with the reason.</summary>
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

    /// <summary>The ID of the rule.</summary>
    public string Rule { get; }

    /// <summary>The reason, in the team's words.</summary>
    public string Reason { get; }

    /// <summary>Its position in the rules file.</summary>
    public TextPosition Position { get; }

    /// <summary>Whether it matched an issue.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Whether it matches an issue by rule, file and names; the names are in order, from the outside in.</summary>
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
