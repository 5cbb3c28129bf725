using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds unresolved references in formulas, and columns that are calculated from themselves. Sigma accepts both, and they fail later.
/// </summary>
internal sealed class UnresolvedReferences(ValidationContext scene, IssueCollector sink)
{
    public static readonly SpecRule Unknown = new(
        "unknown-reference",
        IssueSeverity.Error,
        "Every reference in a formula names a column, metric or control; items outside the document are not guessed.");
    public static readonly SpecRule Case = new(
        "reference-case",
        IssueSeverity.Hint,
        "A reference has the same upper and lower case letters as the name that it refers to.");
    public static readonly SpecRule Cycle = new("column-cycle", IssueSeverity.Error, "No column is calculated from itself.");
    public static readonly SpecRule Elsewhere = new(
        "other-element-column",
        IssueSeverity.Warning,
        "A column of another element that is not the source is read with Lookup or through a relationship.");
    public static readonly SpecRule MetricPrefix = new(
        "metric-prefix",
        IssueSeverity.Error,
        "A metric is referred to as [Metrics/Name] or [Name].");
    public static readonly SpecRule[] Rules = { Unknown, Case, Cycle, Elsewhere, MetricPrefix };

    private const int MostNames = 10;

    private readonly ValidationContext _scene = scene;
    private readonly IssueCollector _sink = sink;
    private readonly Dictionary<JsonObject, List<JsonObject>> _below = new();

    /// <summary>Reports the columns that are calculated from themselves, when all formulas are checked.</summary>
    public void CheckCycles()
    {
        foreach (
            var ring in CycleFinder.Find(_below.Keys, column =>
                _below.TryGetValue(column, out var below) ? below : Enumerable.Empty<JsonObject>()))
        {
            var names = string.Join(
                " → ",
                ring.Take(MostNames).Select(Bracketed).Concat(ring.Count > MostNames ? new[] { "…" } : new[] { Bracketed(ring[0]) }));
            var isInferred = ring.Exists(column => !column.Has("name"));
            foreach (var column in ring)
            {
                _sink.Report(
                    Cycle,
                    column["formula"]!,
                    $"the column is calculated from itself: {names}",
                    "Refer to the source in one of the formulas, or rename the column that hides it.",
                    "formula",
                    isInferred);
            }
        }
    }

    private string Bracketed(JsonObject column) => $"[{_scene.Names.Of(column)}]";

    // The names inside another tool's placeholder are not Sigma's.
    private static bool HasTemplate(FormulaTree tree) =>
        tree.Text.IndexOf('{') >= 0 && tree.Nodes.Any(node => node.Kind == FormulaNodeKind.Template);

    /// <summary>Checks the references of one formula.</summary>
    public void CheckFormula(ElementScope scope, JsonObject item, JsonString formula, FormulaTree tree)
    {
        if (tree.Problems.Count > 0 || HasTemplate(tree))
        {
            return;
        }

        List<JsonObject>? below = null;
        foreach (var reference in tree.References)
        {
            var found = scope.Resolve(reference);
            if (found.Kind == ReferenceKind.Unresolved || IsOwnDefault(scope, item, found))
            {
                ReportUnknown(scope, item, formula, reference, found);
            }
            else if (found.IgnoresCase && found.Target is { } folded)
            {
                _sink.Report(
                    Case,
                    formula,
                    $"{Text(formula, reference)} differs from the name in upper and lower case",
                    $"Write the exact name: '{SchemaMessages.Cut(ShownName(folded))}'.",
                    reference.Name);
            }

            if (found is { Kind: ReferenceKind.Column, Target: { } target } && !IsOwnDefault(scope, item, found))
            {
                (below ??= new List<JsonObject>()).Add(target);
                if (found.Route == ReferenceRoute.Elsewhere && !LookupArguments.Contain(tree, reference))
                {
                    ReportElsewhere(formula, reference);
                }
            }
            else if (found.Kind == ReferenceKind.Metric && reference.Steps.Count == 2 && reference.Steps[0] != "Metrics")
            {
                ReportMetricPrefix(formula, reference);
            }
        }

        if (below is not null)
        {
            _below[item] = below;
        }
    }

    private void ReportElsewhere(JsonString formula, FormulaReference reference)
    {
        var text = formula.Value.Substring(reference.Start, reference.End - reference.Start);
        _sink.Report(Elsewhere, formula, new FormulaFinding(
            FormulaRule.Syntax,
            reference.Start,
            reference.End,
            $"{text} is a column of another element, which may be Null in every row",
            $"Write Lookup({text}, [Key], [{reference.Steps[0]}/Key]), or use a relationship.")
        { Detail = text });
    }

    private void ReportMetricPrefix(JsonString formula, FormulaReference reference)
    {
        var text = formula.Value.Substring(reference.Start, reference.End - reference.Start);
        var form = $"[Metrics/{FormulaRewriter.Escape(reference.Name)}]";
        _sink.Report(MetricPrefix, formula, new FormulaFinding(
            FormulaRule.Syntax,
            reference.Start,
            reference.End,
            $"{text} is a metric, and the only prefix of a metric is Metrics",
            $"Write {form}.")
        { Detail = text, Fix = new[] { new FormulaEdit(reference.Start, reference.End, form) } });
    }

    private void ReportUnknown(ElementScope scope, JsonObject item, JsonString formula, FormulaReference reference, Resolution found)
    {
        var text = Text(formula, reference);
        if (RelationshipForm.Find(scope, reference) is { } form)
        {
            _sink.Report(
                Unknown,
                formula,
                new FormulaFinding(
                    FormulaRule.Syntax,
                    reference.Start,
                    reference.End,
                    $"{text} is the display name of a column of a relationship, and no column of the element has this name",
                    $"Write {form}.")
                { Detail = found.Missing ?? text, Fix = new[] { new FormulaEdit(reference.Start, reference.End, form) } },
                !found.IsCertain);
            return;
        }

        var missing = reference.Steps.Count > 1 && found.Missing is { } step ? $" ('{SchemaMessages.Cut(step)}' does not exist)" : "";
        _sink.Report(
            Unknown,
            formula,
            $"{text} in the formula does not refer to an existing item{missing}",
            Advice(scope, item, reference),
            found.Missing ?? text,
            !found.IsCertain);
    }

    // A column of custom SQL without the prefix: the only sibling of that name is the column itself, by its default name.
    private static bool IsOwnDefault(ElementScope scope, JsonObject item, Resolution found) =>
        found.Target == item && !item.Has("name") && scope.Element.Object("source")?.Text("kind") == "sql";

    private string ShownName(JsonObject item) => item.Text("controlId") ?? _scene.Names.Of(item);

    private static string Text(JsonString formula, FormulaReference reference) =>
        SchemaMessages.Cut(formula.Value.Substring(reference.Start, reference.End - reference.Start));

    private string Advice(ElementScope scope, JsonObject item, FormulaReference reference)
    {
        var element = _scene.FindElement(scope.Element);
        var name = reference.Name;
        var prefixes = scope.Prefixes;
        if (reference.Steps.Count > 1)
        {
            return prefixes.Count == 0 ? "Use the exact name of a column, metric or control."
                : reference.Steps.Count == 2 && !prefixes.Contains(reference.Steps[0])
                    ? $"A column of the source is written [{SpellingSuggestion.To(reference.Steps[0], prefixes) ?? prefixes[0]}/{name}]."
                : $"A column of the source is written [{prefixes[0]}/Column]; check the spelling of each step.";
        }

        if (element?.Find("columns", name) is { } byId && _scene.Names.Of(byId) is { } shown && shown != name)
        {
            return $"'{name}' is the ID of a column. Formulas use its name: [{shown}].";
        }

        if (element?.ColumnNamed(FriendlyName.FromRaw(name)) is { } friendly && friendly != item)
        {
            return $"Did you mean [{_scene.Names.Of(friendly)}]? Names are compared exactly.";
        }

        return prefixes.Count > 0
            ? $"Write [{prefixes[0]}/{name}] for a column of the source, else use the exact name of a column, metric or control."
            : "Use the exact name of a column, metric or control.";
    }
}
