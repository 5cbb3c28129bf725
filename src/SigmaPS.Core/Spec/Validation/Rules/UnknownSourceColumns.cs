using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds columns of joins, unions and transpositions that their sources do not have. The service returns "Column reference not found".
/// </summary>
internal static class UnknownSourceColumns
{
    public static readonly SpecRule Unknown = new(
        "unknown-source-column",
        IssueSeverity.Error,
        "A join key, a union match and a transposition name columns that their source has.");
    public static readonly SpecRule Bare = new(
        "bare-column",
        IssueSeverity.Warning,
        "A join key and a union match write a column in brackets.");
    public static readonly SpecCheck Check = new(Run, Unknown, Bare);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        if (scene.Model is not { } model)
        {
            return;
        }

        foreach (var place in FormulaField.All(model).Where(place => place.Side is not null && place.Value is not null))
        {
            CheckField(place, sink);
        }
    }

    private static void CheckField(FormulaField place, IssueCollector sink)
    {
        var side = SourceScope.Single(place.Scope.Model, place.Side!);
        var called = side.Prefix is { } prefix ? $"\"{prefix}\"" : "its source";
        var references = place.References();
        foreach (var reference in references)
        {
            if (place.Resolve(reference) is { Kind: ReferenceKind.Unresolved } found && !(place.IsPlain && IsId(side, reference.Name)))
            {
                sink.Report(
                    Unknown,
                    place.Value!,
                    $"'{SchemaMessages.Cut(place.Text)}' does not refer to a column of {called}",
                    Advice(side, reference.Name),
                    reference.Name,
                    !found.IsCertain);
            }
        }

        // A key may compare with a literal. A plain name of a column of that side is not a literal.
        if (references.Count == 0 && side.Element?.Named(place.Text, ReferenceRoute.Source) is not null)
        {
            sink.Report(
                Bare,
                place.Value!,
                $"'{SchemaMessages.Cut(place.Text)}' has no brackets, so it does not refer to a column of {called}",
                $"Write \"[{SchemaMessages.Cut(place.Text)}]\".",
                "bare");
        }
    }

    private static bool IsId(SourceScope side, string name) =>
        side.Element is { } element && ElementIds.Columns(element.Element).Contains(name);

    private static string Advice(SourceScope side, string name)
    {
        var columns = side.Element is { } element ? ElementIds.Objects(element.Element, "columns").ToList() : new();
        var meant = columns.FirstOrDefault(column => ElementIds.Id(column) == name)
            ?? columns.FirstOrDefault(column => side.Element!.Model.Names.Of(column) == FriendlyName.FromRaw(name));
        return meant is null
            ? "Use the exact name of a column of that source. Each side of a key refers to its own source only."
            : $"Did you mean [{side.Element!.Model.Names.Of(meant)}]? Use display names.";
    }
}
