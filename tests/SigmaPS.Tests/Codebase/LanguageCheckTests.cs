using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The build checks the documents with module/help/LanguageCheck.cs; here it reads documents that break its rules.</summary>
public sealed class LanguageCheckTests(LanguageCheckTests.BrokenDocuments broken) : IClassFixture<LanguageCheckTests.BrokenDocuments>
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

    [Fact]
    public void Check_names_file_line_and_phrase_when_a_document_uses_a_banned_phrase()
    {
        Assert.NotEqual(0, broken.ExitCode);
        string[] errors = broken.ErrorsOf("Get-Page.md");
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
    public void Check_names_file_line_and_count_when_a_sentence_is_too_long()
    {
        Assert.NotEqual(0, broken.ExitCode);
        string only = Assert.Single(broken.ErrorsOf("README.md"));
        Assert.Contains("README.md(7)", only, StringComparison.Ordinal);
        Assert.Contains("LANG001", only, StringComparison.Ordinal);
        Assert.Contains(" 33 ", only, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_names_an_allowed_use_without_text() =>
        Assert.Contains("LANG003", Assert.Single(broken.ErrorsOf("rules.md")), StringComparison.Ordinal);

    [Fact]
    public async Task Check_passes_over_code_and_quotes_and_allowed_uses()
    {
        using Documents documents = new();
        documents.Write(
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
        (int exitCode, string[] errors) = await documents.CheckAsync();
        Assert.Equal([], errors);
        Assert.Equal(0, exitCode);
    }

    /// <summary>A document for each kind of error. One build reads them all, because each error is a line that fails it.</summary>
    public sealed class BrokenDocuments : IAsyncLifetime
    {
        private string[] _errors = [];

        internal int ExitCode { get; private set; }

        public async Task InitializeAsync()
        {
            using Documents documents = new();
            documents.Write("docs/Get-Page.md", ["# Get-Page", .. Banned.SelectMany(sentence => new[] { "", sentence })]);
            string thirty = string.Join(' ', Enumerable.Repeat("word", 30)) + ".";
            documents.Write(
                "README.md",
                ["# Title", "", thirty + " A second", "line of `code. And` more.", "- " + thirty, "", "Two lines", "word " + thirty]);
            documents.Write("docs/rules.md", ["# Rules"]);
            (ExitCode, _errors) = await documents.CheckAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;

        internal string[] ErrorsOf(string file) =>
            [.. _errors.Where(error => error.Contains($"{file}(", StringComparison.Ordinal))];
    }

    private sealed class Documents : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");

        public Documents() => _folder.CreateSubdirectory("docs");

        public void Write(string file, string[] lines) => File.WriteAllLines(Path.Combine(_folder.FullName, file), lines);

        public Task<(int ExitCode, string[] Errors)> CheckAsync() => HelpTargets.RunAsync("CheckLanguage", _folder, "LANG");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
