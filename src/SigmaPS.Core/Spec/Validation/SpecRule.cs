using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A rule of the validation.</summary>
public sealed class SpecRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="id">Its name, for example missing-key.</param>
    /// <param name="severity">How much its issues matter.</param>
    /// <param name="summary">Its requirement in one sentence.</param>
    internal SpecRule(string id, IssueSeverity severity, string summary)
    {
        Id = id;
        Severity = severity;
        Summary = summary;
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>How much its issues matter.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>Its requirement in one sentence.</summary>
    public string Summary { get; }
}
