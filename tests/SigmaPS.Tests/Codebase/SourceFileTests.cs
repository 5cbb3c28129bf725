using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The size of the source files.</summary>
public sealed class SourceFileTests
{
    private const int MostLines = 250;
    private const int MostColumns = 140;

    private static readonly string[] Product = ["src", "module"];

    private static readonly string[] Others =
    [
        "tests/SigmaPS.Core.Tests",
        "tests/SigmaPS.Tests",
        "tests/SigmaPS.Benchmarks",
        "tests/Pester",
        ".ci",
        "build.ps1",
    ];

    private static readonly string[] Built = ["bin", "obj"];

    // A raw string of C# and a here-string of PowerShell are often a document, in which another break is another document.
    private static readonly Regex Document = new(
        "(?<!@)(?<quotes>\"{3,}).*?\\k<quotes>\"*|@(?<quote>['\"])\\r?\\n.*?\\n\\k<quote>@",
        RegexOptions.Singleline);

    [Fact]
    public void No_file_has_more_lines_than_one_idea_needs() =>
        Assert.Equal(
            [],
            Files([.. Product, .. Others], ".cs", ".ps1", ".psm1", "")
                .Select(file => (Name: Path.GetRelativePath(Repository.Root, file), File.ReadAllLines(file).Length))
                .Where(file => file.Length > MostLines));

    [Fact]
    public void No_line_is_wider_than_a_review_shows() =>
        Assert.Equal([], Files(Product, ".cs", ".psm1").SelectMany(file => WideLines(file, File.ReadAllText(file))));

    [Fact]
    public void No_line_of_a_test_or_script_is_wider_than_a_review_shows()
    {
        string[] files = [.. Files(Others, ".cs", ".ps1", ".psd1", "")];
        Assert.InRange(files.Length, 200, int.MaxValue);
        Assert.Equal(
            [],
            files.SelectMany(file =>
                WideLines(file, Document.Replace(File.ReadAllText(file), match => Regex.Replace(match.Value, "[^\n]", "")))));
    }

    private static IEnumerable<string> WideLines(string file, string text) =>
        text.Split('\n')
            .Select((line, index) => (Place: $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}", line.TrimEnd('\r').Length))
            .Where(line => line.Length > MostColumns)
            .Select(line => $"{line.Place} has {line.Length} columns");

    private static IEnumerable<string> Files(IEnumerable<string> places, params string[] extensions) =>
        places
            .Select(place => Path.Combine(Repository.Root, place))
            .SelectMany(place =>
                File.Exists(place) ? [place] : Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(Built.Contains));
}
