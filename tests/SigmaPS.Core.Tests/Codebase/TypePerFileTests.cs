using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>A type is found by the name of its file: one type per file of the product.</summary>
public sealed class TypePerFileTests
{
    private static readonly Regex Type = new(
        @"^(?:public|internal)(?: (?:sealed|static|abstract|partial|readonly))*"
            + @" (?:class|record struct|record|struct|enum|interface|delegate \S+) (\w+)",
        RegexOptions.Multiline);

    [Theory]
    [InlineData("SigmaPS")]
    [InlineData("SigmaPS.Core")]
    public void File_has_one_type_and_its_name(string project)
    {
        string root = Path.Combine(Support.SourceTree.Root, "src", project);
        string[] files =
        [
            .. Directory
                .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => !IsOther(Path.GetRelativePath(root, file))),
        ];
        Assert.NotEmpty(files);
        Assert.Equal([], files.Select(Misnamed).OfType<string>());
    }

    private static bool IsOther(string path) => Regex.IsMatch(path, @"^(bin|obj|Polyfills|Properties)[\\/]");

    private static string? Misnamed(string file)
    {
        IEnumerable<string> types = Type.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);
        return types.SequenceEqual([Path.GetFileName(file).Split('.')[0]], StringComparer.Ordinal)
            ? null
            : $"{Path.GetFileName(file)} has {string.Join(", ", types)}";
    }
}
