using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Writes usages as a Markdown table for a pull request, certain ones first. Objects from a job or a file work too.</summary>
internal static class UsageMarkdown
{
    /// <summary>Writes the table.</summary>
    public static string Write(IReadOnlyList<object> usages, string? title)
    {
        var table = new Core.Reports.MarkdownTable("Consumer", "Owner", "Element", "Column", "Formula", "Certainty");
        foreach (var usage in usages.OrderBy(usage => Text(usage, "Certainty") == "Certain" ? 0 : 1))
        {
            table.Add(
                Plain($"{Text(usage, "ConsumerKind")} {Text(usage, "ConsumerName")}"),
                Plain(Text(usage, "Owner")),
                Plain(Text(usage, "ElementName")),
                Plain(Text(usage, "ColumnName")),
                Text(usage, "Formula") is { Length: > 0 } formula ? Core.Reports.MarkdownEscaper.Code(formula) : Plain(Text(usage, "Via")),
                Plain(Text(usage, "Certainty")));
        }

        return (title is null ? "" : $"## {Plain(title)}\n\n") + table;
    }

    private static string Plain(string text) => Core.Reports.MarkdownEscaper.Plain(text);

    private static string Text(object given, string property) => UsageShape.Text(given, property);
}
