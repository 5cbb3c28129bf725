using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds keys of a workbook in a data model. The service returns "Syntax error in data model spec".</summary>
internal static class WorkbookKeys
{
    public static readonly SpecRule Rule = new(
        "workbook-key",
        IssueSeverity.Error,
        "A data model has no 'document' and no 'layout'; those are a workbook's.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var key in new[] { "document", "layout" })
        {
            if (scene.Root?[key] is { } value)
            {
                sink.Report(
                    Rule,
                    value,
                    $"'{key}' belongs to a workbook, and the service refuses a data model with it",
                    key == "layout" ? "Remove 'layout'." : "Move 'pages' and 'schemaVersion' directly into the outermost object.",
                    key);
            }
        }
    }
}
