using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Keys of a workbook on a data model: the service answers "Syntax error in data model spec".</summary>
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
                    $"'{key}' belongs to a workbook, and the service refuses a data model that has it",
                    key == "layout" ? "Take 'layout' out." : "Put 'pages' and 'schemaVersion' directly into the outermost object.",
                    key);
            }
        }
    }
}
