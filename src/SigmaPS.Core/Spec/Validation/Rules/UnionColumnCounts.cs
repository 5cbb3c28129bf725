using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds matches of a union with more or fewer columns than the union has sources.</summary>
internal static class UnionColumnCounts
{
    public static readonly SpecRule Rule = new(
        "union-width",
        IssueSeverity.Error,
        "A match of a union names one column, or null, for each source.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var source in scene.Elements.Where(element => element.IsTable).Select(element => element.Json.Object("source")))
        {
            if (source?.Text("kind") != "union" || source.Array("sources") is not { } sources)
            {
                continue;
            }

            foreach (var match in ElementIds.Objects(source, "matches"))
            {
                if (match.Array("sourceColumns") is { } columns && columns.Count != sources.Count)
                {
                    sink.Report(
                        Rule,
                        columns,
                        $"the match '{match.Text("outputColumnName")}' has {columns.Count} columns for {sources.Count} sources",
                        "Name one column for each source, in the order of 'sources'; write null for a source without one.",
                        "sourceColumns");
                }
            }
        }
    }
}
