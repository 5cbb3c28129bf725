namespace SigmaPS.Core.Reports;

/// <summary>A suppression that fits nothing.</summary>
public sealed class UnusedSuppression
{
    internal UnusedSuppression(string rule, string reason, int line)
    {
        Rule = rule;
        Reason = reason;
        Line = line;
    }

    /// <summary>The id of its rule.</summary>
    public string Rule { get; }

    /// <summary>Its reason.</summary>
    public string Reason { get; }

    /// <summary>The line of the rules file that it begins on.</summary>
    public int Line { get; }
}
