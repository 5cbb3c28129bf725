using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>Short words for tests of rules.</summary>
internal static class Judged
{
    public static IReadOnlyList<SpecIssue> Json(string text) => SpecTextValidator.Validate(text, SpecFormat.Json);

    public static IReadOnlyList<SpecIssue> Errors(string text) => Json(text).Where(issue => issue.Severity == IssueSeverity.Error).ToList();

    public static string Text(SpecIssue issue) => $"{issue.Severity} {issue.RuleId} {issue.Pointer}: {issue.Message} {issue.Suggestion}";
}
