using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A rule of the validation.</summary>
/// <param name="id">Its name, for example missing-key.</param>
/// <param name="severity">How much its issues matter.</param>
/// <param name="summary">Its requirement in one sentence.</param>
public sealed class SpecRule(string id, IssueSeverity severity, string summary)
{
    /// <summary>Its name.</summary>
    public string Id { get; } = id;

    /// <summary>How much its issues matter.</summary>
    public IssueSeverity Severity { get; } = severity;

    /// <summary>Its requirement in one sentence.</summary>
    public string Summary { get; } = summary;
}
