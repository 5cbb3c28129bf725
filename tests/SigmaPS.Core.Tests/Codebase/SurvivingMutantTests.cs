using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>The tables in the folder Mutation explain the changes that no Core test notices (build.ps1 -Task Mutate).</summary>
public sealed class SurvivingMutantTests
{
    private const string Header = "file\toriginal\treplacement\treason";

    private static readonly string Folder = Path.Combine(Support.SourceTree.Root, "tests", "SigmaPS.Core.Tests", "Mutation");

    public static TheoryData<string> Tables => [.. Directory.EnumerateFiles(Folder, "*.tsv").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Row_names_code_that_exists_and_a_reason(string table)
    {
        Dictionary<string, string> sources = [];
        Assert.Equal([], Rows(table).Select(row => Fault(table, row, sources)).OfType<string>());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Rows_are_unique_and_in_the_order_of_files(string table)
    {
        string[][] rows = Rows(table);
        Assert.Equal(rows.Select(row => row[0]).Order(StringComparer.Ordinal), rows.Select(row => row[0]));
        Assert.Equal([], rows.GroupBy(row => string.Join('\t', row.Take(3))).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_has_its_header_and_plain_line_endings(string table)
    {
        string text = File.ReadAllText(Path.Combine(Folder, table));
        Assert.StartsWith(Header + "\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.NotEqual(0xEF, File.ReadAllBytes(Path.Combine(Folder, table))[0]);
    }

    private static string[][] Rows(string table) =>
        [.. File.ReadAllLines(Path.Combine(Folder, table)).Skip(1).Select(line => line.Split('\t'))];

    private static string? Fault(string table, string[] row, Dictionary<string, string> sources)
    {
        if (row.Length != 4)
        {
            return $"'{string.Join(" | ", row)}' has {row.Length} columns";
        }

        string path = Path.Combine(Support.SourceTree.Root, "src", "SigmaPS.Core", row[0]);
        if (!row[0].StartsWith(Path.GetFileNameWithoutExtension(table) + "/", StringComparison.Ordinal) || !File.Exists(path))
        {
            return $"{row[0]} is not a file of this floor";
        }

        if (!sources.TryGetValue(path, out string? source))
        {
            sources[path] = source = Collapse(File.ReadAllText(path));
        }

        int words = row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return row.Take(3).FirstOrDefault(text => text.Length == 0 || text.Length > 100 || text != Collapse(text)) is { } odd
            ? $"{row[0]}: '{odd}' is empty, longer than 100 characters or not collapsed"
            : !source.Contains(row[1], StringComparison.Ordinal) ? $"{row[0]} does not contain '{row[1]}'"
            : words is < 4 or > 25 ? $"{row[0]}: the reason of '{row[1]}' has {words} words"
            : null;
    }

    private static string Collapse(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
