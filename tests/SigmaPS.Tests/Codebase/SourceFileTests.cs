using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The size of the product's source files.</summary>
public sealed class SourceFileTests
{
    private const int MostLines = 250;
    private const int MostColumns = 140;

    [Fact]
    public void No_file_has_more_lines_than_one_idea_needs() =>
        Assert.Equal(
            [],
            Sources()
                .Select(file => (Name: Path.GetRelativePath(Repository.Root, file), File.ReadAllLines(file).Length))
                .Where(file => file.Length > MostLines));

    [Fact]
    public void No_line_is_wider_than_a_review_shows() =>
        Assert.Equal(
            [],
            Sources()
                .SelectMany(file =>
                    File.ReadAllLines(file)
                        .Select((line, index) => (Place: $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}", line.Length)))
                .Where(line => line.Length > MostColumns));

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
