using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>Issues in the pipe become reports, annotations and a failed run.</summary>
[Collection(ProcessWide.Name)]
public sealed class IssueReportTests : ShellTest
{
    private const string Get = "Get-SigmaDataModelSpecIssue -Path $folder/models";
    private const string Export = " | Export-SigmaIssueReport ";
    private readonly Dictionary<string, string?> _variables = [];

    public IssueReportTests()
    {
        foreach (string name in new[] { "TF_BUILD", "GITHUB_ACTIONS", "BUILD_SOURCESDIRECTORY", "GITHUB_WORKSPACE" })
        {
            Variable(name, null);
        }

        Shell.Set("folder", Folder.FullName);
        Run("[void]$ExecutionContext.SessionState.Path.SetLocation($folder)").MustSucceed();
        Folder.CreateSubdirectory("models");
        Write("models/a.json", Model("[B] + 1"));
        Write("models/b.json", Model("[C] + 1").Replace("\"t\"", "\"u\"", StringComparison.Ordinal));
    }

    public override void Dispose()
    {
        foreach ((string name, string? value) in _variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        base.Dispose();
    }

    [Fact]
    [CoversParameter("Export-SigmaIssueReport", "DestinationPath", "Issue")]
    public void Report_contains_the_issues_of_all_files_in_each_format()
    {
        int issues = Run($"$issues = @({Get}); $issues.Count").MustSucceed().Texts[0] is { } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        Assert.True(issues >= 4);
        Assert.Empty(Run("Export-SigmaIssueReport out/r.sarif, out/r.md -Issue $issues").MustSucceed().Output);
        Assert.Equal(issues, Results("out/r.sarif").Count);
        Assert.Equal(2, Results("out/r.sarif").Select(File).Distinct().Count());
        string markdown = Read("out/r.md");
        Assert.Contains("## `models/a.json`", markdown);
        Assert.Contains("## `models/b.json`", markdown);
    }

    [Fact]
    public void Report_of_the_pipe_equals_the_report_of_the_hidden_parameter()
    {
        Run($"{Get} -ReportPath old.sarif; {Get}{Export} new.sarif").MustSucceed();
        Assert.Equal(Read("old.sarif"), Read("new.sarif"));
    }

    [Fact]
    public void Report_is_the_same_for_the_issues_of_a_job()
    {
        const string step = "| ForEach-Object { $s = [System.Management.Automation.PSSerializer]; $s::Deserialize($s::Serialize($_, 1)) }";
        Write("models/a.json", Model("Summ([A])"));
        Run($"{Get}{Export} direct.sarif; {Get} {step}{Export} indirect.sarif").MustSucceed();
        Assert.Equal(Read("direct.sarif"), Read("indirect.sarif"));
        Assert.Contains(Results("direct.sarif"), result => result["fixes"] is not null);
    }

    [Fact]
    public void Report_without_issues_is_complete()
    {
        Run("$none = @(); $none" + Export + "r.sarif, r.md -FailOn Warning").MustSucceed();
        Assert.Empty(Results("r.sarif"));
        Assert.Equal("**0 errors, 0 warnings and 0 hints**\n", Read("r.md"));
    }

    [Fact]
    public void Report_is_the_baseline_of_the_next_run()
    {
        Run(Get + Export + "base.sarif").MustSucceed();
        Assert.Empty(Run(Get + " -BaselinePath base.sarif" + Export + "-FailOn Warning -PassThru").MustSucceed().Output);
        Write("models/a.json", Model("[New]"));
        ShellResult second = Run(Get + " -BaselinePath base.sarif -Severity Error" + Export + "next.sarif -FailOn Error -PassThru");
        Assert.Contains("[New]", (string)second.Property("Message")!);
        Assert.Equal("SigmaInvalidSpec", second.ErrorId);
        Assert.Single(Results("next.sarif"));
    }

    [Theory]
    [InlineData("AzureDevOps", null, "##vso[task.logissue type=error;sourcepath=models/a.json;linenumber=5;")]
    [InlineData("GitHub", null, "::error file=models/a.json,line=5,")]
    [InlineData("Auto", "TF_BUILD", "##vso[task.logissue type=error;sourcepath=models/a.json;linenumber=5;")]
    [InlineData("Auto", "GITHUB_ACTIONS", "::error file=models/a.json,line=5,")]
    [CoversParameter("Export-SigmaIssueReport", "Annotate")]
    public void Annotations_reach_the_agent_line_by_line(string agent, string? variable, string line)
    {
        if (variable is not null)
        {
            Variable(variable, "true");
        }

        string host = Run($"{Get} -Severity Error{Export}-Annotate {agent}").MustSucceed().Host;
        Assert.Contains(host.Split('\n'), found => found.StartsWith(line, StringComparison.Ordinal));
        Variable("GITHUB_WORKSPACE", Path.Combine(Folder.FullName, "models"));
        Assert.Contains("a.json", Run($"{Get} -Severity Error{Export}-Annotate GitHub").MustSucceed().Host);
    }

    [Fact]
    [CoversParameter("Export-SigmaIssueReport", "FailOn", "PassThru")]
    public void Run_fails_after_its_reports_and_its_output()
    {
        ShellResult result = Run($"{Get} -Severity Error{Export} r.sarif -FailOn Error -PassThru");
        Assert.Equal("SigmaInvalidSpec", result.ErrorId);
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(2, Results("r.sarif").Count);
        Assert.Contains("models/a.json:5:", result.ErrorText);
        Assert.Equal("caught", Run($"try {{ {Get}{Export} -FailOn Error }} catch {{ 'caught' }}").Texts[0]);
        Run($"{Get} -IncludeRule missing-description{Export} -FailOn Error").MustSucceed();
    }

    [Fact]
    [CoversParameter("Export-SigmaIssueReport", "WhatIf", "Confirm")]
    public void WhatIf_writes_no_report()
    {
        Assert.Contains("r.sarif", Run($"{Get}{Export} r.sarif -WhatIf").MustSucceed().Host);
        Assert.False(System.IO.File.Exists(Path.Combine(Folder.FullName, "r.sarif")));
        Run($"{Get}{Export} r.sarif -Confirm:$false").MustSucceed();
        Assert.NotEmpty(Results("r.sarif"));
    }

    [Theory]
    [InlineData("README.md", "# Ours\n", "SigmaFileFailed")]
    [InlineData("other.sarif", "{ \"runs\": [ { \"tool\": { \"driver\": { \"name\": \"CodeQL\" } } } ] }", "SigmaFileFailed")]
    [InlineData("other.sarif", "not JSON", "SigmaFileFailed")]
    [InlineData("empty.md", "", null)]
    [InlineData("r.txt", "", "SigmaInvalidArgument")]
    public void Report_replaces_only_a_report(string name, string content, string? error)
    {
        Write(name, content);
        foreach (string command in new[] { $"{Get}{Export} {name}", $"{Get} -ReportPath {name}" })
        {
            ShellResult result = Run(command);
            Assert.Equal(error, result.Errors.Count == 0 ? null : result.ErrorId);
            Assert.Equal(error is null, Read(name) != content);
        }

        Run($"{Get}{Export} again.md; {Get}{Export} again.md").MustSucceed();
    }

    [Fact]
    public void Object_that_is_not_an_issue_is_an_error_and_the_others_are_reported()
    {
        ShellResult result = Run($"'text', $null, ({Get})[0]{Export} r.sarif");
        Assert.Equal(2, result.Errors.Count);
        Assert.All(result.Errors, error => Assert.StartsWith("SigmaInvalidArgument", error.FullyQualifiedErrorId));
        Assert.Single(Results("r.sarif"));
        Assert.Equal("SigmaInvalidArgument", Run($"{Get}{Export}").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Export-SigmaIssueReport s.sarif").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Export-SigmaIssueReport s.sarif -Issue $null").ErrorId);
        Assert.False(System.IO.File.Exists(Path.Combine(Folder.FullName, "s.sarif")));
    }

    [Fact]
    public void Issue_of_an_unknown_rule_is_reported_without_its_index()
    {
        const string issue = "[pscustomobject]@{ RuleId = 'of-tomorrow'; Severity = 'Warning'; Message = 'New.' }";
        Run(issue + Export + "r.sarif").MustSucceed();
        JsonNode result = Results("r.sarif").Single();
        Assert.Equal(("of-tomorrow", "warning"), ((string)result["ruleId"]!, (string)result["level"]!));
        Assert.Null(result["ruleIndex"]);
    }

    private static string Model(string formula) => $$"""
        {
          "schemaVersion": 1,
          "pages": [ { "id": "p", "name": "P", "elements": [
            { "id": "t", "kind": "table", "name": "T", "source": { "kind": "warehouse-table", "connectionId": "c", "path": ["T"] },
              "columns": [ { "id": "a", "formula": "{{formula}}", "name": "A" } ] } ] } ]
        }
        """;

    private static string File(JsonNode result) => (string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!;

    private IReadOnlyList<JsonNode> Results(string report) =>
        [.. JsonNode.Parse(Read(report))!["runs"]![0]!["results"]!.AsArray().Select(result => result!)];

    private void Variable(string name, string? value)
    {
        _variables.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(Folder.FullName, name), text);

    private string Read(string name) => System.IO.File.ReadAllText(Path.Combine(Folder.FullName, name));
}
