using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>A person can read a message in the code: as one text, without decisions in it, and apart from the code that needs it.</summary>
public sealed class MessageLayoutTests
{
    private static readonly Regex Conditional = new(@"\s\?\s");

    private static readonly Regex Creation = new(@"\bnew SigmaEngineException\(|\bnew\((?=\s*ErrorCode\.)");

    [Fact]
    public void Interpolated_string_contains_no_conditional_operator() =>
        Assert.Equal([], Count(Conditionals));

    [Fact]
    public void Message_of_several_lines_is_made_in_an_errors_class() => Assert.Equal(
        [],
        Count(LongMessages).Where(file => !file.Contains("Errors.cs", StringComparison.Ordinal)));

    [Theory]
    [InlineData("x = $\"{(a ? b : c)}\";", 1)]
    [InlineData("x = $\"{all.Select(a => $\"{(a ? \"'\" : \"\")}\")}\";", 2)]
    [InlineData("x = $\"{{a ? b : c}}\" + (a ? b : c);", 0)]
    [InlineData("x = $\"a ? b {c ?? d} {e?.F} {g['?']} {h(\" ? \")}\";", 0)]
    [InlineData("x = $@\"a\"\" {(a ? b : c)}\";", 1)]
    [InlineData("x = $$\"\"\"{ a ? b } \" {{(a ? b : c)}}\"\"\";", 1)]
    [InlineData("// it's $\"{(a ? b : c)}\n/* \" */ x = '\"' + \"\\\\\" + \"\" + @\"\\\" + (a ? b : c);", 0)]
    public void Conditional_operator_in_a_text_is_recognized(string source, int count) =>
        Assert.Equal(count, Conditionals(source).Count());

    [Theory]
    [InlineData("throw new SigmaEngineException(\n ErrorCode.FileFailed,\n \"a\" + b,\n e)\n{ Target = c };", 0)]
    [InlineData("throw new SigmaEngineException(\n ErrorCode.FileFailed,\n \"a\"\n + b);", 1)]
    [InlineData("Fault(string b) => new(ErrorCode.FileFailed, $\"a {b}\"\n + \"c\");", 1)]
    [InlineData("throw new SigmaEngineException(code, Message(\n a, b));", 0)]
    public void Message_of_several_lines_is_recognized(string source, int count) => Assert.Equal(count, LongMessages(source).Count());

    private static IEnumerable<string> Count(Func<string, IEnumerable<int>> find)
    {
        string root = Path.Combine(Support.SourceTree.Root, "src");
        string[] files =
        [
            .. Directory
                .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Regex.IsMatch(Path.GetRelativePath(root, file), @"[\\/](bin|obj|Polyfills)[\\/]"))
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(files);
        return files
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), Count: find(File.ReadAllText(file)).Count()))
            .Where(file => file.Count > 0)
            .Select(file => $"{file.Path}: {file.Count}");
    }

    private static IEnumerable<int> Conditionals(string source) =>
        new CodeText(source).Holes.Where(hole => Conditional.IsMatch(hole.Code)).Select(hole => hole.Line);

    private static IEnumerable<int> LongMessages(string source)
    {
        string code = new CodeText(source).Code;
        return Creation
            .Matches(code)
            .Where(match => Arguments(code, match.Index + match.Length)
                .Select(range => source[range].Trim())
                .Any(argument => argument.Contains('"') && argument.Contains('\n')))
            .Select(match => match.Index);
    }

    private static IEnumerable<Range> Arguments(string code, int at)
    {
        int begin = at;
        for (int depth = 0; depth >= 0; at++)
        {
            depth += CodeText.Depth(code[at]);
            if (depth < 0 || (depth == 0 && code[at] == ','))
            {
                yield return begin..at;
                begin = at + 1;
            }
        }
    }
}
