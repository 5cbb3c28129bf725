using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Validation.Online;
using SigmaPS.Core.Spec.Validation.Rules;
using SigmaPS.Core.Spec.Validation.Shape;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The one list of all rules.</summary>
public static class SpecRules
{
    /// <summary>A text that is neither JSON nor YAML; found by the reader, before any check can run.</summary>
    public static readonly SpecRule Syntax = new("syntax", IssueSeverity.Error, "A spec is well-formed JSON or YAML.");

    internal static readonly SpecCheck[] Checks =
    {
        ShapeCheck.Check,
        WorkbookKeys.Check,
        DuplicateIds.Check,
        UnknownIds.Check,
        UnlistedIds.Check,
        GroupingIds.Check,
        FormulaSyntax.Check,
        ForeignFormulas.Check,
        FormulaNames.Check,
        ElementCycles.Check,
        UnionWidths.Check,
        SourceColumns.Check,
        ControlIds.Check,
        Parameters.Check,
        FirewallTraps.Check,
        Descriptions.Check,
        MetricFormats.Check,
        UnusedColumns.Check,
        KnownThings.Check,
        LiveTables.Check,
        LiveModels.Check,
    };

    /// <summary>All rules, in the order of the checks.</summary>
    public static IReadOnlyList<SpecRule> All { get; } = new[] { Syntax }.Concat(Checks.SelectMany(check => check.Rules)).ToList();
}
