using System.Collections.Generic;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Reports;

/// <summary>One model of a plan, as its report shows it.</summary>
/// <param name="name">The model.</param>
/// <param name="action">The planned action.</param>
/// <param name="changes">The changes.</param>
public sealed class PlanRow(string name, string action, IReadOnlyList<SpecChange> changes)
{
    /// <summary>The model.</summary>
    public string Name { get; } = name;

    /// <summary>The planned action.</summary>
    public string Action { get; } = action;

    /// <summary>The changes.</summary>
    public IReadOnlyList<SpecChange> Changes { get; } = changes;

    /// <summary>The reasons why it cannot be published.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = new List<string>();

    /// <summary>Notes for the reviewer, and findings of rules.</summary>
    public IReadOnlyList<string> Notes { get; init; } = new List<string>();
}
