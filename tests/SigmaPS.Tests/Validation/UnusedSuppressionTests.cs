using System;
using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>Unused suppressions are reported, and only where everything that they could fit has been validated.</summary>
public sealed class UnusedSuppressionTests : ShellTest
{
    private const string Spec =
        """{ "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [ { "id": "t", "kind": "table", "name": "T", "source": { "kind": "warehouse-table", "connectionId": "c", "path": ["T"] }, "columns": [ { "id": "a", "formula": "[B] + 1" } ] } ] } ] }""";

    public UnusedSuppressionTests()
    {
        Shell.Set("folder", Folder.FullName);
        Write("a.json", Spec);
        Write("sub/b.json", Spec);
        Rules("unknown-reference\", \"names\": [\"T", "unknown-reference\", \"names\": [\"Gone");
    }

    [Theory]
    [InlineData("Get-SigmaDataModelSpecIssue")]
    [InlineData("Test-SigmaDataModelSpec")]
    public void Whole_folder_gives_one_warning_about_unused_entries_and_verbose_lines(string command)
    {
        Rules(
            "unknown-reference\", \"names\": [\"T",
            "unknown-reference\", \"names\": [\"Gone",
            "unknown-reference\", \"file\": \"old/*.json");
        ShellResult result = Run($"{command} -Path $folder -Verbose").MustSucceed();
        Assert.Contains("2 suppressions do not match an issue", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Contains("unknown-reference (line 3), unknown-reference (line 4)", Assert.Single(result.Warnings), StringComparison.Ordinal);
        string[] lines = [.. result.Verbose.Where(line => line.Contains("suppression of unknown-reference", StringComparison.Ordinal))];
        Assert.Collection(lines, line => Assert.Contains("(3):", line), line => Assert.Contains("(4):", line));
    }

    [Theory]
    [InlineData("-Path $folder/a.json", "only one file was judged")]
    [InlineData("-Path $folder/sub", "only a folder below was judged")]
    [InlineData("-Path $folder -ExcludeRule unknown-reference", "the rule was not run")]
    [InlineData("-Path $folder -Severity Hint", "the rule was not run")]
    public void Part_of_a_folder_gives_no_unused_entries(string how, string because)
    {
        Assert.True(Run($"Get-SigmaDataModelSpecIssue {how} "
            + "-Verbose").MustSucceed() is { Warnings.Count: 0 } result && !result.Verbose.Any(line => line.Contains("does not match "
            + "an issue", StringComparison.Ordinal)), because);
    }

    [Fact]
    public void Files_piped_one_by_one_are_the_whole_folder_too()
    {
        Assert.Single(
            Run("[IO.FileInfo[]](\"$folder/a.json\", \"$folder/sub/b.json\") | Get-SigmaDataModelSpecIssue").MustSucceed().Warnings);
    }

    [Fact]
    public void Of_two_that_fit_one_issue_neither_is_unused()
    {
        Rules("unknown-reference\", \"names\": [\"T", "unknown-reference");
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -Path $folder").MustSucceed().Warnings);
    }

    [Fact]
    public void Unreadable_file_leaves_the_unused_entries_unknown()
    {
        Write("sub/c.json", "{ oops");
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -Path $folder").MustSucceed().Warnings);
    }

    [Fact]
    public void Entry_of_an_online_rule_is_not_unused_without_an_online_check()
    {
        Rules("unknown-reference\", \"names\": [\"T", "unknown-table\", \"names\": [\"T");
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -Path $folder").MustSucceed().Warnings);
    }

    [Fact]
    public void Files_with_nearer_rules_are_left_out_and_named_rules_apply_to_their_folder()
    {
        Write("sub/sigmaps.rules.json", "{}");
        Assert.Contains(
            "unknown-reference (line 3)",
            Assert.Single(Run("Get-SigmaDataModelSpecIssue -Path $folder/a.json").MustSucceed().Warnings));
        Assert.Empty(
            Run("Get-SigmaDataModelSpecIssue -Path $folder/a.json -RulesPath $folder/sigmaps.rules.json").MustSucceed().Warnings);
        Assert.Single(Run("Get-SigmaDataModelSpecIssue -Path $folder -RulesPath $folder/sigmaps.rules.json").MustSucceed().Warnings);
        Directory.CreateDirectory(Path.Combine(Folder.FullName, ".rules"));
        File.Copy(Path.Combine(Folder.FullName, "sigmaps.rules.json"), Path.Combine(Folder.FullName, ".rules", "sigmaps.rules.json"));
        Assert.Empty(
            Run("Get-SigmaDataModelSpecIssue -Path $folder/a.json -RulesPath $folder/.rules/sigmaps.rules.json").MustSucceed().Warnings);
    }

    [Fact]
    public void Report_is_written_before_a_warning_can_end_the_command()
    {
        ShellResult stopped = Run(
            "try { Get-SigmaDataModelSpecIssue -Path $folder -ReportPath $folder/r.md -WarningAction Stop } catch { \"caught "
                + "$($_.Exception.GetType().Name)\" }"
        );
        Assert.Contains("caught ActionPreferenceStopException", stopped.Texts);
        Assert.True(File.Exists(Path.Combine(Folder.FullName, "r.md")));
    }

    private void Rules(params string[] suppressions) =>
        Write(
            "sigmaps.rules.json",
            "{ \"suppressions\": [\n"
                + string.Join(
                    ",\n",
                    suppressions.Select(
                        (given, at) =>
                            $"  {{ \"reason\": \"Because {at}.\", \"rule\": "
                                + $"\"{given}\"{(given.Contains('[', StringComparison.Ordinal) ? "]" : "")} }}"
                    ))
                + "\n] }");

    private void Write(string name, string text)
    {
        string path = Path.Combine(Folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
