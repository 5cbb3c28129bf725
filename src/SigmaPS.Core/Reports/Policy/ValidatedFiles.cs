using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Reports;

/// <summary>
/// The spec files that one command has judged. Only where that is all that a rules file is about can it be said that a suppression fits
/// nothing.
/// </summary>
public sealed class ValidatedFiles
{
    private readonly HashSet<string> _files = new(
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>A file was read and judged.</summary>
    /// <param name="file">Its full path.</param>
    public void Add(string file) => _files.Add(file);

    /// <summary>The suppressions of a rules file that have fitted no issue.</summary>
    /// <param name="policy">The rules, by which the files were judged.</param>
    /// <param name="isUnder">Whether a file of their folder is judged by them, and not by rules that lie nearer.</param>
    /// <param name="hasRun">Whether a rule was asked for, and everything that it needs was at hand.</param>
    /// <returns>Those whose rule has run; none where not every file of the folder was judged.</returns>
    public IReadOnlyList<UnusedSuppression> Unused(RulePolicy policy, Func<string, bool> isUnder, Func<SpecRule, bool> hasRun)
    {
        var ran = new HashSet<string>(SpecRuleSet.All.Where(hasRun).Select(rule => rule.Id), StringComparer.Ordinal);
        var unused = policy.Suppressions.Where(suppression => !suppression.IsUsed && ran.Contains(suppression.Rule)).ToList();
        return unused.Count > 0 && HasAll(Path.GetDirectoryName(policy.Location)!, isUnder)
            ? unused.Select(suppression => new UnusedSuppression(suppression.Rule, suppression.Reason, suppression.Position.Line)).ToList()
            : Array.Empty<UnusedSuppression>();
    }

    // Folder by folder, and no further than to the first file that is missing: the rules may lie at the root of something large.
    private bool HasAll(string folder, Func<string, bool> isUnder)
    {
        try
        {
            var any = false;
            foreach (var file in SpecFolder.Below(folder).Where(isUnder))
            {
                if (!_files.Contains(file))
                {
                    return false;
                }

                any = true;
            }

            // Rules that stand in a folder of their own, named with -RulesPath, are about any others.
            return any;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SigmaEngineException)
        {
            // What cannot be read was not judged either.
            return false;
        }
    }
}
