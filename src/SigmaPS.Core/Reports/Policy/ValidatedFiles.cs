using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Reports;

/// <summary>
/// The spec files that one command validated. A suppression counts as unused only if the command validated every spec of its rules file.
/// </summary>
public sealed class ValidatedFiles
{
    private readonly HashSet<string> _files = new(
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>Records a validated file.</summary>
    /// <param name="file">Its full path.</param>
    public void Add(string file) => _files.Add(file);

    /// <summary>The suppressions of a rules file that did not match an issue.</summary>
    /// <param name="policy">The rules of the files.</param>
    /// <param name="isUnder">Whether these rules apply to a file of their folder. Nearer rules take precedence.</param>
    /// <param name="hasRun">Whether a rule was requested and had all facts that it needs.</param>
    /// <returns>The suppressions whose rule has run; none if a file of the folder was not validated.</returns>
    public IReadOnlyList<UnusedSuppression> Unused(RulePolicy policy, Func<string, bool> isUnder, Func<SpecRule, bool> hasRun)
    {
        var ran = new HashSet<string>(SpecRuleSet.All.Where(hasRun).Select(rule => rule.Id), StringComparer.Ordinal);
        var unused = policy.Suppressions.Where(suppression => !suppression.IsUsed && ran.Contains(suppression.Rule)).ToList();
        return unused.Count > 0 && HasAll(Path.GetDirectoryName(policy.Location)!, isUnder)
            ? unused.Select(suppression => new UnusedSuppression(suppression.Rule, suppression.Reason, suppression.Position.Line)).ToList()
            : Array.Empty<UnusedSuppression>();
    }

    // Stop at the first missing file, because the rules file may be at the root of a large tree.
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

            // A rules file without specs in its folder was named with -RulesPath and applies to specs elsewhere.
            return any;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SigmaEngineException)
        {
            // A folder that cannot be read was not validated.
            return false;
        }
    }
}
