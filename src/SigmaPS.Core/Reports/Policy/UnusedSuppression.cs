namespace SigmaPS.Core.Reports;

/// <summary>A suppression that did not match an issue.</summary>
public sealed class UnusedSuppression(string rule, string reason, int line)
{
    /// <summary>The ID of its rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Its reason.</summary>
    public string Reason { get; } = reason;

    /// <summary>Its first line in the rules file.</summary>
    public int Line { get; } = line;
}
