namespace SigmaPS.Core.Reports;

/// <summary>A number with its noun.</summary>
internal static class Counted
{
    /// <summary>Describes a number of items; empty for zero.</summary>
    public static string Describe(int count, string noun) => count switch
    {
        0 => "",
        1 => "1 " + noun,
        _ => HtmlText.Format($"{count:N0} {noun}s"),
    };
}
