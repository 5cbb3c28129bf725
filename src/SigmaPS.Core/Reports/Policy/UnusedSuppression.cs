namespace SigmaPS.Core.Reports;

/// <summary>A suppression that did not match an issue.</summary>
public sealed class UnusedSuppression
{
    internal UnusedSuppression(string rule, string reason, int line)
    {
        Rule = rule;
        Reason = reason;
        Line = line;
    }

    /// <summary>The ID of its rule.</summary>
    public string Rule { get; }

    /// <summary>Its reason.</summary>
    public string Reason { get; }

    /// <summary>Its first line in the rules file.</summary>
    public int Line { get; }
}
