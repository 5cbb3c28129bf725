using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>
/// A table in GitHub's syntax, which GitLab and Azure DevOps read too. Cells are Markdown; escape them with <see cref="MarkdownEscaper"/>.
/// </summary>
public sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    /// <summary>Creates a table.</summary>
    /// <param name="headers">The headings of its columns.</param>
    public MarkdownTable(params string[] headers)
    {
        _columns = headers.Length;
        Add(headers);
        Add(headers.Select(_ => "---").ToArray());
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One cell per column; missing cells are empty.</param>
    public void Add(params string[] cells) => _text.Append("| ").Append(string.Join(" | ", Filled(cells))).Append(" |\n");

    /// <summary>The table.</summary>
    /// <returns>Its lines, each with an LF.</returns>
    public override string ToString() => _text.ToString();

    private IEnumerable<string> Filled(string[] cells) => cells.Concat(Enumerable.Repeat("", _columns)).Take(_columns);
}
