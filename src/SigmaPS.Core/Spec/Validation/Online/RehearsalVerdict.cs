using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The findings of Sigma in a scratch model of a spec.</summary>
public sealed class RehearsalVerdict
{
    internal RehearsalVerdict(string? refusal, ISet<(string Element, string Column)> broken, IReadOnlyList<string> unplaced)
    {
        Refusal = refusal;
        Broken = broken;
        Unplaced = unplaced;
    }

    /// <summary>The verdict without a scratch model.</summary>
    public static RehearsalVerdict None { get; } = new(null, new HashSet<(string, string)>(), System.Array.Empty<string>());

    /// <summary>The reason why Sigma refused the spec; null if Sigma accepted it.</summary>
    internal string? Refusal { get; }

    /// <summary>The columns of type error, by the IDs of the spec.</summary>
    internal ISet<(string Element, string Column)> Broken { get; }

    /// <summary>Names and formulas of columns of type error that the spec does not contain.</summary>
    internal IReadOnlyList<string> Unplaced { get; }

    /// <summary>Adds the verdict to the facts of one spec.</summary>
    /// <param name="facts">The facts.</param>
    public void AddTo(OnlineFacts facts) => facts.Rehearsal = this;
}
