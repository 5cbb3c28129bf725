using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>A scratch model and Sigma's verdict on it.</summary>
internal sealed class RehearsedModel(RehearsalVerdict verdict, string? id, SpecDocument? live)
{
    public RehearsalVerdict Verdict { get; } = verdict;

    /// <summary>The scratch model's ID; null if Sigma refused the spec.</summary>
    public string? Id { get; } = id;

    /// <summary>The scratch model as Sigma returns it; null if Sigma refused the spec.</summary>
    public SpecDocument? Live { get; } = live;
}
