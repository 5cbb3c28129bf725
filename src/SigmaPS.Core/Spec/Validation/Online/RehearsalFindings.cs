using System.Globalization;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Sigma's own verdict on a spec, from a scratch model.</summary>
internal static class RehearsalFindings
{
    public static readonly SpecRule Column = new(
        "rehearsal-error",
        IssueSeverity.Error,
        "With -Rehearse: Sigma does not give a column the type error.");
    public static readonly SpecRule Refused = new(
        "rehearsal-refused",
        IssueSeverity.Error,
        "With -Rehearse: Sigma accepts the spec as a new data model.");
    public static readonly SpecCheck Check = new(Run, Column, Refused);

    // Sigma's words for a place: pages[0].elements[1].columns[2].formula
    private static readonly Regex Place = new(@"pages\[\d+\](?:\.\w+|\[\d+\])*", RegexOptions.CultureInvariant);
    private static readonly Regex Step = new(@"\w+", RegexOptions.CultureInvariant);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        if (scene.Facts?.Rehearsal is not { } verdict)
        {
            return;
        }

        if (verdict.Refusal is { } refusal)
        {
            sink.Report(
                Refused,
                PlaceOf(scene.Value, refusal),
                $"Sigma refused the spec: {refusal.TrimEnd('.')}",
                "Correct the place that Sigma names.",
                refusal);
        }

        foreach (var element in scene.Elements)
        {
            foreach (var column in ElementIds.Objects(element.Json, "columns"))
            {
                if (!verdict.Broken.Contains((element.Id, ElementIds.Id(column))))
                {
                    continue;
                }

                sink.Report(
                    Column,
                    column["formula"] ?? column,
                    $"Sigma gives the column the type error. Formula: {SchemaMessages.Cut(column.Text("formula") ?? "")}",
                    "Check the functions, the arguments and the names in the formula, then the columns that it reads.",
                    "formula");
            }
        }

        foreach (var unplaced in verdict.Unplaced)
        {
            sink.Report(
                Column,
                scene.Value,
                $"Sigma gives the type error to a column that the spec does not contain: {unplaced}",
                detail: unplaced);
        }
    }

    // The value at the place, or the innermost one above it: Sigma counts from the list that it has just read.
    private static JsonValue PlaceOf(JsonValue root, string refusal)
    {
        var value = root;
        foreach (Match step in Step.Matches(Place.Match(refusal).Value))
        {
            var next = value switch
            {
                JsonObject o => o[step.Value],
                JsonArray items => Item(items, step.Value),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            value = next;
        }

        return value;
    }

    private static JsonValue? Item(JsonArray items, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? items[index] : null;
}
