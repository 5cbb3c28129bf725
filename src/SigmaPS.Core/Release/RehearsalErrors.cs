using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>What a failed rehearsal means for a plan and for its publish.</summary>
internal static class RehearsalErrors
{
    private const int MostNamed = 10;

    /// <summary>Sigma refused the spec, or cannot compute some of its columns.</summary>
    public static SigmaEngineException InPlan(ReleaseItem item, IReadOnlyList<SpecIssue> issues)
    {
        var shown = string.Join(" ", issues.Take(MostNamed).Select(issue => issue.Message));
        var rest = issues.Count > MostNamed ? $" And {issues.Count - MostNamed} more." : "";
        var rules = string.Join(",", issues.Select(issue => issue.RuleId).Distinct());
        var count = issues.Count == 1 ? "1 error" : $"{issues.Count} errors";
        return new SigmaEngineException(
            ErrorCode.InvalidSpec,
            $"The rehearsal of \"{item.Name}\" found {count}: {shown}{rest} Fix them, or let them pass with -AllowIssue {rules}.")
        {
            Target = item.DataModelId.Length > 0 ? item.DataModelId : item.Name,
            Switch = "SkipValidation",
            Issues = issues,
        };
    }

    /// <summary>The plan that is being published contains a failed rehearsal.</summary>
    public static SigmaEngineException InPublish(ReleaseItem item) => new(
        ErrorCode.InvalidSpec,
        $"The rehearsal of \"{item.Name}\" in this plan found errors. Fix them and plan again, "
            + "or publish with -AllowIssue rehearsal-error,rehearsal-refused.")
    {
        Target = item.DataModelId.Length > 0 ? item.DataModelId : item.Name,
        Switch = "SkipValidation",
    };
}
