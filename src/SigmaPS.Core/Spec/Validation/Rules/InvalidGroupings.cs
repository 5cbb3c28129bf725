using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds groupings of sources that do not exist. The service returns "base" and refuses it.</summary>
internal static class InvalidGroupings
{
    public static readonly SpecRule Base = new(
        "grouping-base",
        IssueSeverity.Warning,
        "A source leaves 'groupingId' out instead of setting it to \"base\".");
    public static readonly SpecRule Unknown = new(
        "unknown-grouping",
        IssueSeverity.Error,
        "A grouping that a source names exists in the element it names.");
    public static readonly SpecCheck Check = new(Run, Base, Unknown);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var element in scene.Elements.Where(element => element.IsTable))
        {
            foreach (var reference in IdReferences.Find(element.Json).Where(reference => reference.Target == IdTarget.Grouping))
            {
                var (target, grouping) = (scene.Find(reference.Scope), reference.Value.Value);
                if (grouping == "base")
                {
                    sink.Report(
                        Base,
                        reference.Value,
                        "groupingId is 'base', which Sigma returns and refuses in a new model (\"Grouping not found: 'base'\")",
                        "Remove 'groupingId'.",
                        "base");
                }
                else if (target is { IsTable: true } && target.Find("groupings", grouping) is null)
                {
                    sink.Report(
                        Unknown,
                        reference.Value,
                        $"groupingId '{grouping}' is not a grouping of \"{scene.Names.OfElement(target.Json)}\" (ID {target.Id})",
                        "Use the ID of one of its groupings, or remove 'groupingId'.",
                        grouping);
                }
            }
        }
    }
}
