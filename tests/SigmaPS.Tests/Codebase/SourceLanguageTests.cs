using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>Comments, XML docs and messages of the product, and comments of tests, avoid the phrases that the documents avoid.</summary>
public sealed class SourceLanguageTests
{
    // The sandbox injects errors, and describes Sigma's API in its own words.
    private static readonly (string Folder, string Phrase)[] Allowed =
    [
        ("SigmaPS.Sandbox", "representation"), ("SigmaPS.Sandbox", "fault"), ("SigmaPS.Sandbox", "faults"), ("SigmaPS.Sandbox", "id"),
    ];

    private static readonly Regex Doc = new(@"^\s*///(?<text>.*)$");
    private static readonly Regex Comment = new(@"(?:^|\s)// (?<text>.*)$");
    private static readonly Regex Literal = new(@"""(?<text>(?:[^""\\]|\\.)*)""");
    private static readonly Regex Tag = new("<c>[^<]*</c>|<[^>]*>");
    private static readonly Regex NotProse = new(@"\{[^{}]*\}|\\?""[^""\\]*\\?""|'[^']*'|\S*[/`]\S*");

    [Fact]
    public void Texts_in_the_source_avoid_banned_phrases() => Assert.Equal([], Find("src", Prose));

    // The literals of a test are data.
    [Fact]
    public void Comments_of_the_tests_avoid_banned_phrases() => Assert.Equal([], Find("tests", Comments));

    private static IEnumerable<string> Find(string folder, Func<string, IEnumerable<string>> read)
    {
        Regex[] bans = [.. Repository.Read("module", "help", "language.tsv").Split('\n').Select(line => line.Split('\t'))
            .Where(row => row[0] == "ban").Select(row => new Regex(row[1]))];

        // Most files have none of the phrases, which is found faster in all their texts at once.
        Regex[] anywhere = [.. bans.Select(ban => new Regex(ban.ToString(), RegexOptions.Multiline))];
        string root = Path.Combine(Repository.Root, folder);
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (Path: path, Lines: Array.ConvertAll(File.ReadAllLines(Path.Combine(root, path)), line => read(line).ToList())))
            .Where(file => string.Join('\n', file.Lines.SelectMany(texts => texts)) is var all && anywhere.Any(ban => ban.IsMatch(all)))
            .SelectMany(file =>
                file.Lines.SelectMany(
                    (texts, index) =>
                        texts
                            .SelectMany(text => Phrases(text, bans))
                            .Where(phrase => !Allowed.Contains((file.Path.Split('/')[0], phrase)))
                            .Select(phrase => $"{file.Path}({index + 1}): '{phrase}'")));
    }

    private static IEnumerable<string> Comments(string line) =>
        Doc.Match(line) is { Success: true } doc ? [WithoutCode(doc.Groups["text"].Value)]
        : line.TrimStart().StartsWith("// ", StringComparison.Ordinal) ? [WithoutCode(line.TrimStart()[3..])]
        : [];

    [Theory]
    [InlineData("    /// <summary>Sigma judges <c>gone</c> it.</summary>", "judges")]
    [InlineData("    /// <summary>Sigma judges.</summary>", "judges")]
    [InlineData("    // Whatever it is, it changes.", "Whatever")]
    [InlineData("        throw Invalid($\"'{gone}' is no path of the API.\");", "is no")]
    [InlineData("        Write(\"gone\", \"There is none in GET /v2/files/{id}.\");", null)]
    public void Banned_phrase_is_found_in_docs_comments_and_messages(string line, string? phrase) =>
        Assert.Equal(
            phrase is null ? [] : [phrase],
            Prose(line)
                .SelectMany(text =>
                    Phrases(text, [new(@"\bjudges\b"), new(@"\bWhatever\b"), new(@"\bis no\b"), new(@"\bis none\b"), new(@"\bgone\b")])));

    private static IEnumerable<string> Phrases(string text, Regex[] bans) =>
        bans.SelectMany(ban => ban.Matches(text))
            .Where(match =>
                !(match.Value.EndsWith("none", StringComparison.Ordinal) && text[..match.Index].EndsWith("here ", StringComparison.Ordinal))
            )
            .Select(match => match.Value.Trim());

    // A literal without a space is a name and not a text. Verbatim and raw strings contain code.
    private static IEnumerable<string> Prose(string line)
    {
        if (Doc.Match(line) is { Success: true } doc)
        {
            return [WithoutCode(doc.Groups["text"].Value)];
        }

        Match comment = Comment.Match(line);
        bool isComment = comment.Success && line[..comment.Index].Count(sign => sign == '"') % 2 == 0;
        string code = isComment ? line[..comment.Index] : line;
        IEnumerable<string> literals =
            !code.Contains('"', StringComparison.Ordinal)
            || code.Contains("@\"", StringComparison.Ordinal) || code.Contains("\"\"\"", StringComparison.Ordinal)
                ? []
                : Literal
                    .Matches(NotHoles(code))
                    .Select(match => match.Groups["text"].Value)
                    .Where(text => text.Contains(' ', StringComparison.Ordinal));
        return (isComment ? literals.Append(comment.Groups["text"].Value) : literals).Select(WithoutCode);
    }

    // The tags go first: the last word of a summary has one behind it.
    private static string WithoutCode(string text) => NotProse.Replace(Tag.Replace(text, " | "), " \" ");

    // An interpolation hole can contain a literal of its own.
    private static string NotHoles(string code) => Regex.Replace(code, @"\{(?:[^{}""]|""[^""]*"")*\}", "{}");
}
