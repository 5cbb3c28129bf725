using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The build checks the documents with module/help/LanguageCheck.cs; here it reads documents that break its rules.</summary>
public sealed class LanguageCheckTests : IDisposable
{
    private static readonly string[] Banned =
    [
        "The file says no.",
        "It tells the version.",
        "The name stands in front.",
        "The version bears a tag.",
        "The wish counts.",
        "The file lies there.",
        "A write comes about.",
        "It is held against the file.",
        "This is a ring of models.",
        "Sigma judges it.",
        "The column is gone.",
        "The model moved on.",
        "This is a matter of taste.",
        "It is a fault.",
        "Sigma answers.",
        "This is no model.",
        "There is none, or it is none.",
        "The reference names nothing.",
        "Once a machine is enough.",
        "It writes a file a model.",
        "The name shall change.",
        "Whatever it is, it changes.",
        "What is live changes.",
        "The spec builds on a version.",
        "The effective name changes.",
        "The representation changes.",
        "Nobody has patience.",
        "The id changes.",
        "The organisation changes.",
        "Its colour changes.",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");

    public LanguageCheckTests() => _folder.CreateSubdirectory("docs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Check_names_file_line_and_phrase_when_a_document_uses_a_banned_phrase()
    {
        Write("docs/Get-Page.md", ["# Get-Page", .. Banned.SelectMany(sentence => new[] { "", sentence })]);
        (int exitCode, string[] errors) = await Check();
        Assert.NotEqual(0, exitCode);
        int[] lines = [.. Enumerable.Range(0, Banned.Length).Select(index => (2 * index) + 3)];
        Assert.Equal(
            [],
            lines.Where(line =>
                !errors.Any(error =>
                    error.Contains($"Get-Page.md({line})", StringComparison.Ordinal) && error.Contains("LANG002", StringComparison.Ordinal))
            ));
        Assert.Contains(errors, error =>
            error.Contains("Get-Page.md(3)", StringComparison.Ordinal) && error.Contains("'says'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_names_file_line_and_count_when_a_sentence_is_too_long()
    {
        string thirty = string.Join(' ', Enumerable.Repeat("word", 30)) + ".";
        Write(
            "README.md",
            ["# Title", "", thirty + " A second", "line of `code. And` more.", "- " + thirty, "", "Two lines", "word " + thirty]);
        (int exitCode, string[] errors) = await Check();
        Assert.NotEqual(0, exitCode);
        string only = Assert.Single(errors);
        Assert.Contains("README.md(7)", only, StringComparison.Ordinal);
        Assert.Contains("LANG001", only, StringComparison.Ordinal);
        Assert.Contains(" 33 ", only, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_passes_over_code_and_quotes_and_allowed_uses_and_names_an_allowed_use_without_text()
    {
        Write(
            "docs/rules.md",
            [
                "# Rules",
                "",
                "| a | No element is built on itself. |",
                "",
                "The message is \"It is gone\" in `id`.",
                "",
                "```text",
                "Whatever it says.",
                "```",
            ]);
        (int exitCode, string[] errors) = await Check();
        Assert.Equal([], errors);
        Assert.Equal(0, exitCode);

        Write("docs/rules.md", ["# Rules"]);
        (_, errors) = await Check();
        Assert.Contains("LANG003", Assert.Single(errors), StringComparison.Ordinal);
    }

    private void Write(string file, string[] lines) => File.WriteAllLines(Path.Combine(_folder.FullName, file), lines);

    private Task<(int ExitCode, string[] Errors)> Check() => HelpTargets.RunAsync("CheckLanguage", _folder, "LANG");
}
