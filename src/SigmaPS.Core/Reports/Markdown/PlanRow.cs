using System.Collections.Generic;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Reports;

/// <summary>One model of a plan, as its report shows it.</summary>
public sealed class PlanRow
{
    /// <summary>Makes a row.</summary>
    /// <param name="name">The model.</param>
    /// <param name="action">What is done with it.</param>
    /// <param name="changes">What changes.</param>
    public PlanRow(string name, string action, IReadOnlyList<SpecChange> changes)
    {
        Name = name;
        Action = action;
        Changes = changes;
    }

    /// <summary>The model.</summary>
    public string Name { get; }

    /// <summary>What is done with it.</summary>
    public string Action { get; }

    /// <summary>What changes.</summary>
    public IReadOnlyList<SpecChange> Changes { get; }

    /// <summary>What stands against it.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = new List<string>();

    /// <summary>What a person should know, and what the rules say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = new List<string>();
}
