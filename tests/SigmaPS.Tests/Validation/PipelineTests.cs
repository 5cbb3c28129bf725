using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

/// <summary>Issues in a build pipeline: rules of the team, a baseline, a report, annotations, an end in red.</summary>
[Collection(ProcessWide.Name)]
public sealed class PipelineTests : ShellTest
{
    private const string Get = "Get-SigmaDataModelSpecIssue -Path $folder";
    private readonly Dictionary<string, string?> _variables = [];

    public PipelineTests()
    {
        foreach (string name in new[] { "TF_BUILD", "GITHUB_ACTIONS", "BUILD_SOURCESDIRECTORY", "GITHUB_WORKSPACE" })
        {
            Variable(name, null);
        }

        Shell.Set("folder", Folder.FullName);
        Run("[void]$ExecutionContext.SessionState.Path.SetLocation($folder)").MustSucceed();
        Write(
            "a.json",
            "{\n  \"schemaVersion\": 1,\n  \"pages\": [ { \"id\": \"p\", \"name\": \"P\", \"elements\": [\n    { \"id\": \"t\", \"kind\": "
                + "\"table\", \"name\": \"T\",\n      \"source\": { \"kind\": \"warehouse-table\", \"connectionId\": \"c\", \"path\": "
                + "[\"T\"] },\n      \"columns\": [ { \"id\": \"a\", \"formula\": \"[B] + 1\", \"name\": \"A\" } ] } ] } ]\n}\n"
        );
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
    [CoversParameter("Get-SigmaDataModelSpecIssue", "RulesPath")]
    [CoversParameter("Test-SigmaDataModelSpec", "RulesPath")]
    public void Rules_of_the_team_are_beside_the_specs_or_are_named()
    {
        Write(
            "sigmaps.rules.json",
            """{ "severities": { "missing-description": "off" }, "suppressions": [ { "rule": "unknown-reference", "names": ["T"], "reason": "Known." } ] }"""
        );
        Assert.Empty(Run(Get).MustSucceed().Output);
        Assert.Equal(["True"], Run("Test-SigmaDataModelSpec -Path $folder").MustSucceed().Texts);
        Write("strict.json.rules", """{ "severities": { "missing-description": "error" } }""");
        Assert.Equal(
            ["Error missing-description", "Error unknown-reference"],
            Run(Get + " -RulesPath strict.json.rules | ForEach-Object { \"$($_.Severity) $($_.RuleId)\" }").MustSucceed().Texts);
        Assert.Equal(["False"], Run("Test-SigmaDataModelSpec -Path $folder -RulesPath strict.json.rules").MustSucceed().Texts);
        Write("sigmaps.rules.json", "{\n  \"suppressions\": [ { \"rule\": \"unknown-reference\" } ]\n}");
        ShellResult wrong = Run(Get);
        Assert.Equal("SigmaInvalidArgument", wrong.ErrorId);
        Assert.Contains("line 2, column 21: a suppression needs 'reason'", wrong.ErrorText);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "ReportPath", "BaselinePath")]
    public void Report_is_the_baseline_of_the_next_run_which_reports_only_new_issues()
    {
        Assert.Equal(2, Run(Get + " -ReportPath out/first.sarif").MustSucceed().Output.Count);
        JsonNode first = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, "out", "first.sarif")))!["runs"]![0]!;
        Assert.Equal(
            ["a.json", "a.json"],
            first["results"]!
                .AsArray()
                .Select(result => result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>()));
        Write(
            "a.json",
            Read("a.json")
                .Replace(
                    "{ \"id\": \"a\"",
                    "{ \"id\": \"n\", \"formula\": \"[New]\", \"name\": \"N\" },\n { \"id\": \"a\"",
                    StringComparison.Ordinal));
        ShellResult second = Run(Get + " -BaselinePath out/first.sarif -ReportPath second.sarif -FailOn Error");
        Assert.Contains("[New]", (string)second.Property("Message")!);
        Assert.Equal("SigmaInvalidSpec", second.ErrorId);
        Assert.Equal(
            ["unchanged", "new", "unchanged"],
            JsonNode.Parse(Read("second.sarif"))!["runs"]![0]!["results"]!
                .AsArray()
                .Select(result => result!["baselineState"]!.GetValue<string>()));
        Assert.Empty(Run(Get + " -BaselinePath second.sarif -FailOn Warning").MustSucceed().Output);
        Run(Get + " -BaselinePath second.sarif -ReportPath r.md").MustSucceed();
        Assert.Contains("Not shown: 0 suppressed, 3 known from the baseline.", Read("r.md"));
        Assert.Equal("SigmaInvalidArgument", Run(Get + " -ReportPath r.txt").ErrorId);
        Assert.Equal("SigmaFileFailed", Run(Get + " -BaselinePath none.sarif").ErrorId);
    }

    [Theory]
    [InlineData(
        "AzureDevOps",
        null,
        "##vso[task.logissue type=error;sourcepath=a.json;linenumber=6;columnnumber=44;code=unknown-reference]")]
    [InlineData("GitHub", null, "::error file=a.json,line=6,col=44,title=unknown-reference::")]
    [InlineData(
        "Auto",
        "TF_BUILD",
        "##vso[task.logissue type=warning;sourcepath=a.json;linenumber=4;columnnumber=5;code=missing-description]")]
    [InlineData("Auto", "GITHUB_ACTIONS", "::warning file=a.json,line=4,col=5,title=missing-description::")]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "Annotate")]
    public void Annotations_reach_the_agent_line_by_line(string agent, string? variable, string line)
    {
        if (variable is not null)
        {
            Variable(variable, "true");
        }

        Write("sigmaps.rules.json", """{ "severities": { "missing-description": "warning" } }""");
        ShellResult result = Run(Get + " -Annotate " + agent).MustSucceed();
        Assert.Equal(2, result.Output.Count);
        string[] lines = result.Host.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains(lines, found => found.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_annotated_to_who_did_not_ask()
    {
        Assert.Equal("", Run(Get).MustSucceed().Host);
        Assert.Equal("", Run(Get + " -Annotate Auto").MustSucceed().Host);
        Variable("TF_BUILD", "True");
        Assert.Equal("", Run(Get).MustSucceed().Host);
    }

    [Fact]
    public void Files_are_named_from_the_root_of_the_agent_s_sources()
    {
        Variable("GITHUB_WORKSPACE", Folder.Parent!.FullName);
        Assert.Contains($"file={Folder.Name}/a.json,", Run(Get + " -Annotate GitHub").MustSucceed().Host);
    }

    [Theory]
    [InlineData("Error", "", true)]
    [InlineData("Warning", "-IncludeRule missing-description", true)]
    [InlineData("Error", "-IncludeRule missing-description", false)]
    [CoversParameter("Get-SigmaDataModelSpecIssue", "FailOn")]
    public void Run_that_fails_gives_all_its_issues_first_and_goes_on(string failOn, string extra, bool fails)
    {
        Write("sigmaps.rules.json", """{ "severities": { "missing-description": "warning" } }""");
        ShellResult result = Run($"{Get} {extra} -FailOn {failOn}; 'next'");
        Assert.Equal("next", result.Texts[^1]);
        Assert.Equal(extra.Length == 0 ? 3 : 2, result.Output.Count);
        if (fails)
        {
            Assert.Equal("SigmaInvalidSpec", result.ErrorId);
            Assert.Contains("in 1 spec", result.ErrorText);
        }
        else
        {
            result.MustSucceed();
        }
    }

    private void Variable(string name, string? value)
    {
        _variables.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder.FullName, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(Folder.FullName, name));
}
