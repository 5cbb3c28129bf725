using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A rule as a user names it.</summary>
public sealed class SpecRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="id">Its name, for example missing-key.</param>
    /// <param name="severity">How much a breach matters.</param>
    /// <param name="summary">What it demands, in one sentence.</param>
    internal SpecRule(string id, IssueSeverity severity, string summary)
    {
        Id = id;
        Severity = severity;
        Summary = summary;
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>How much a breach matters.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>What it demands, in one sentence.</summary>
    public string Summary { get; }
}
