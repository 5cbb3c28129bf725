using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds control IDs that the service refuses: "Invalid id format". IDs with dots come from Sigma itself and are only a hint.
/// </summary>
internal static class InvalidControlIds
{
    public static readonly SpecRule Rule = new(
        "control-id",
        IssueSeverity.Error,
        "A controlId has 1 to 64 letters, digits, hyphens and underscores.");
    public static readonly SpecRule Dotted = new(
        "dotted-control-id",
        IssueSeverity.Warning,
        "A controlId has no dot; Sigma creates such IDs and refuses them in a new model.");
    public static readonly SpecCheck Check = new(Run, Rule, Dotted);

    private const int Longest = 64;

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var element in scene.Elements.Where(element => element.IsControl))
        {
            if (element.Json["controlId"] is not JsonString id)
            {
                continue;
            }

            if (id.Value.Length is 0 or > Longest || !id.Value.All(IsAllowed))
            {
                sink.Report(
                    Rule,
                    id,
                    $"the controlId '{SchemaMessages.Cut(id.Value)}' is not one that the service accepts",
                    $"Use 1 to {Longest} of the letters a to z and A to Z, digits, '-' and '_'; change formulas and SQL that "
                        + "name the control too.",
                    "controlId");
            }
            else if (id.Value.IndexOf('.') >= 0)
            {
                sink.Report(
                    Dotted,
                    id,
                    $"the controlId '{id.Value}' has a dot, and a new model with it is refused (\"Invalid id format\")",
                    "Use '-' or '_' for a new model, and change formulas and SQL that name the control too.",
                    "controlId");
            }
        }
    }

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';
}
