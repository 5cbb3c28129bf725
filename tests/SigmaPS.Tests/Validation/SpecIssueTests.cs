using System;
using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>Specs validated through the staged module, without any session.</summary>
public sealed class SpecIssueTests : ShellTest
{
    private const string Good =
        """{"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"t","kind":"table","name":"T","description":"d","source":{"kind":"warehouse-table","connectionId":"c","path":["D","S","T"]},"columns":[{"id":"a","formula":"[T/A]"}]}]}]}""";

    public SpecIssueTests()
    {
        Shell.Set("folder", Folder.FullName);
        Shell.Set("good", Good);
        Shell.Set("bad", Good.Replace("\"formula\":\"[T/A]\"", "\"formula\":\"[B] + 1\",\"name\":\"A\"", StringComparison.Ordinal));
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Json")]
    [CoversParameter("Test-SigmaDataModelSpec", "Json")]
    public void Issues_of_a_text_have_lines()
    {
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -Json $good").MustSucceed().Output);
        ShellResult issue = Run("Get-SigmaDataModelSpecIssue -Json $bad").MustSucceed();
        Assert.Equal("unknown-reference", issue.Property("RuleId"));
        Assert.Equal("Error", issue.Property("Severity")!.ToString());
        Assert.Equal(1, issue.Property("Line"));
        Assert.Equal("/pages/0/elements/0/columns/0/formula", issue.Property("Pointer"));
        Assert.Equal([true], Run("Test-SigmaDataModelSpec -Json $good").MustSucceed().Output.Select(Bool));
        Assert.Equal([false], Run("Test-SigmaDataModelSpec -Json $bad").MustSucceed().Output.Select(Bool));
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Spec")]
    [CoversParameter("Test-SigmaDataModelSpec", "Spec")]
    public void Objects_of_each_shape_are_validated_and_give_one_result_each()
    {
        Assert.Equal(
            "unknown-reference",
            Run(
                "Get-SigmaDataModelSpecIssue @{ schemaVersion = 1; pages = @(@{ id = 'p'; name = 'P'; elements = @(@{ id = 't'; kind "
                    + "= 'table'; description = 'd'; source = @{ kind = 'warehouse-table'; connectionId = 'c'; path = 'T' }; columns "
                    + "= @{ id = 'a'; formula = '[B] + 1' } }) }) }"
            ).MustSucceed().Property("RuleId"));
        Assert.Equal(
            [false],
            Run("@{ pages = $null }, @{ schemaVersion = 1; pages = @() }, @{} | Test-SigmaDataModelSpec")
                .MustSucceed()
                .Output.Select(Bool));
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaDataModelSpecIssue").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Path", "LiteralPath")]
    [CoversParameter("Test-SigmaDataModelSpec", "Path", "LiteralPath")]
    public void Folders_and_files_are_validated_and_a_broken_file_is_an_issue()
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "a.json"), Good);
        File.WriteAllText(Path.Combine(Folder.FullName, "b [1].json"), "{\n  \"pages\": oops\n}");
        File.WriteAllText(Path.Combine(Folder.FullName, "c.yaml"), "schemaVersion: 1\npages:\n  - id: p\n    elements: []\n");
        ShellResult issues = Run(
            "Get-SigmaDataModelSpecIssue -Path $folder | ForEach-Object { "
                + "\"$([IO.Path]::GetFileName($_.Path)):$($_.Line):$($_.Column) $($_.RuleId)\" }"
        ).MustSucceed();
        Assert.Equal(["b [1].json:2:12 syntax", "c.yaml:3:5 missing-key"], issues.Texts);
        ShellResult tested = Run("Test-SigmaDataModelSpec -Path $folder").MustSucceed();
        Assert.Equal([false], tested.Output.Select(Bool));
        Assert.Equal(2, tested.Warnings.Count);
        Assert.Contains("b [1].json", string.Join("\n", tested.Warnings));
        Assert.Equal("False", Run("if (Test-SigmaDataModelSpec -Path $folder) { 'True' } else { 'False' }").Texts.Single());
        Assert.Equal([false], Run("[System.IO.DirectoryInfo]::new($folder) | Test-SigmaDataModelSpec").Output.Select(Bool));
        Assert.Equal([false], Run("Test-SigmaDataModelSpec -LiteralPath \"$folder/b [1].json\"").MustSucceed().Output.Select(Bool));
        Assert.Equal(
            "syntax",
            Run("Get-SigmaDataModelSpecIssue -LiteralPath \"$folder/b [1].json\"").MustSucceed().Property("RuleId"));
        ShellResult missing = Run("Test-SigmaDataModelSpec -LiteralPath \"$folder/no.json\"");
        Assert.Equal(("SigmaFileFailed", false), (missing.ErrorId, Bool(Assert.Single(missing.Output))));
    }

    [Theory]
    [InlineData("[T/A] * ${factor}")]
    [InlineData("[${factor}] + 1")]
    [InlineData("${factor}(1)")]
    public void Variable_that_a_release_replaces_is_not_an_issue_of_its_file(string formula)
    {
        string text = Good.Replace("[T/A]", formula, StringComparison.Ordinal);
        Assert.NotEmpty(Run($"Get-SigmaDataModelSpecIssue -Json '{text}'").MustSucceed().Output);
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "models"));
        File.WriteAllText(Path.Combine(Folder.FullName, "models", "a.json"), text);
        Assert.NotEmpty(Run("Get-SigmaDataModelSpecIssue -Path $folder/models/a.json").MustSucceed().Output);
        File.WriteAllText(
            Path.Combine(Folder.FullName, "sigma.environments.json"),
            """{ "environments": { "dev": { "variables": { "other": "1" } }, "prod": { "variables": { "factor": "2" } } } }""");
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -Path $folder/models/a.json").MustSucceed().Output);
        Assert.Equal([true], Run("Test-SigmaDataModelSpec -Path $folder/models").MustSucceed().Output.Select(Bool));
        Assert.Empty(
            Run("Import-SigmaDataModelSpec -Path $folder/models/a.json | Get-SigmaDataModelSpecIssue").MustSucceed().Output);
        File.WriteAllText(Path.Combine(Folder.FullName, "models", "a.json"), text.Replace("factor", "TABLE", StringComparison.Ordinal));
        Assert.NotEmpty(Run("Get-SigmaDataModelSpecIssue -Path $folder/models/a.json").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "IncludeRule", "ExcludeRule", "Severity")]
    public void Rules_and_severities_are_chosen_and_a_slip_in_a_rule_is_reported()
    {
        Run("$all = $bad.Replace('\"description\":\"d\",', '')").MustSucceed();
        Assert.Equal(
            ["missing-description", "unknown-reference"],
            Run("(Get-SigmaDataModelSpecIssue -Json $all).RuleId").MustSucceed().Texts);
        Assert.Equal(
            ["missing-description"],
            Run("(Get-SigmaDataModelSpecIssue -Json $all -IncludeRule missing-*).RuleId").MustSucceed().Texts);
        Assert.Equal(
            ["unknown-reference"],
            Run("(Get-SigmaDataModelSpecIssue -Json $all -ExcludeRule missing-description).RuleId").MustSucceed().Texts);
        Assert.Equal(
            ["missing-description"],
            Run("(Get-SigmaDataModelSpecIssue -Json $all -Severity Warning, Hint).RuleId").MustSucceed().Texts);
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaDataModelSpecIssue -Json $all -IncludeRule nope").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Severity")]
    public void Error_that_depends_on_an_inferred_name_is_listed_among_the_warnings()
    {
        Shell.Set(
            "inferred",
            Good.Replace("}]}]}]}", "},{\"id\":\"b\",\"formula\":\"[Nope] + 1\",\"name\":\"B\"}]}]}]}", StringComparison.Ordinal));
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -Json $inferred -Severity Error").MustSucceed().Output);
        Assert.Equal(
            ["Warning unknown-reference"],
            Run("Get-SigmaDataModelSpecIssue -Json $inferred -Severity Warning | ForEach-Object { \"$($_.Severity) $($_.RuleId)\" }")
                .MustSucceed()
                .Texts);
    }

    private static bool Bool(object? value) => (bool)System.Management.Automation.PSObject.AsPSObject(value!).BaseObject;
}
