using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Reports;

/// <summary>sigmaps.rules.json: the decisions of a team about the rules.</summary>
public sealed class RulesFileTests : TemporaryFolder
{
    private static readonly SpecRule Metric = SpecRuleSet.All.Single(rule => rule.Id == "metric-format");
    private static readonly SpecRule Reference = SpecRuleSet.All.Single(rule => rule.Id == "unknown-reference");

    [Fact]
    public void Severities_are_changed_and_rules_switched_off()
    {
        var policy = RulePolicy.Read(Write("""{ "severities": { "metric-format": "error", "unknown-reference": "Off" } }"""));
        Assert.Equal((IssueSeverity.Error, null), (policy.Severity(Metric), policy.Severity(Reference)));
        Assert.Equal(IssueSeverity.Hint, RulePolicy.None.Severity(Metric));
        Assert.Equal(
            IssueSeverity.Error,
            Assert.Single(policy.Apply([new SpecIssue("metric-format", IssueSeverity.Warning, "x")], null)).Severity);
    }

    [Fact]
    public void Rule_raised_to_error_leaves_a_finding_about_an_inferred_name_a_warning()
    {
        var policy = RulePolicy.Read(Write("""{ "severities": { "unknown-reference": "error" } }"""));
        var issues = policy.Apply(
            [
                new SpecIssue("unknown-reference", IssueSeverity.Warning, "x") { IsInferred = true },
                new SpecIssue("unknown-reference", IssueSeverity.Error, "y"),
            ],
            null);
        Assert.Equal([IssueSeverity.Warning, IssueSeverity.Error], issues.Select(issue => issue.Severity));
    }

    [Theory]
    [InlineData("""{ "rule": "metric-format", "reason": "ok" }""", true)]
    [InlineData("""{ "rule": "metric-format", "reason": "ok", "names": ["Orders", "Net Total"] }""", true)]
    [InlineData("""{ "rule": "metric-format", "reason": "ok", "names": ["Facts", "Orders", "Net Total"], "file": "sub/*.json" }""", true)]
    [InlineData("""{ "rule": "metric-format", "reason": "ok", "names": ["Net Total", "Orders"] }""", false)]
    [InlineData("""{ "rule": "metric-format", "reason": "ok", "names": ["orders"] }""", false)]
    [InlineData("""{ "rule": "metric-format", "reason": "ok", "file": "*.yaml" }""", false)]
    [InlineData("""{ "rule": "metric-format", "reason": "ok", "file": "other/shop.json" }""", false)]
    [InlineData("""{ "rule": "missing-description", "reason": "ok" }""", false)]
    public void Suppression_fits_by_rule_names_and_file(string suppression, bool fits)
    {
        var policy = RulePolicy.Read(Write($$"""{ "suppressions": [ {{suppression}} ] }"""));
        var issues = policy.Apply(
            SpecTextValidator.Validate(SampleModel.Text, SpecFormat.Json, rule => rule == Metric),
            Path.Combine(Folder, "sub", "shop.json"));
        Assert.Equal(fits ? "ok" : null, Assert.Single(issues).Suppression);
    }

    [Theory]
    [InlineData(
        """{"severities":{"metric-formt":"error"}}""",
        "line 1, column 31: there is no rule 'metric-formt'; did you mean 'metric-format'?")]
    [InlineData(
        """{"severities":{"metric-format":"loud"}}""",
        "line 1, column 32: a severity is \"error\", \"warning\", \"hint\" or \"off\"")]
    [InlineData("""{"severities":["metric-format"]}""", "line 1, column 15: 'severities' has to be an object")]
    [InlineData("""{"severity":{}}""", "line 1, column 13: the file has no key 'severity'")]
    [InlineData("""{"suppressions":{}}""", "line 1, column 17: 'suppressions' has to be a list")]
    [InlineData("{\"suppressions\":[\n{\"rule\":\"metric-format\"}]}", "line 2, column 1: a suppression needs 'reason', in words")]
    [InlineData("""{"suppressions":[{"rule":"metric-format","reason":" "}]}""", "a suppression needs 'reason', in words")]
    [InlineData("""{"suppressions":[{"reason":"x"}]}""", "a suppression needs 'rule', the ID of a rule")]
    [InlineData(
        """{"suppressions":[{"rule":"metric-format","reason":"x","name":["y"]}]}""",
        "a suppression has no key 'name'; did you mean 'names'?")]
    [InlineData("""{"suppressions":[{"rule":"metric-format","reason":"x","names":"y"}]}""", "'names' has to be a list")]
    [InlineData("""{"suppressions":[{"rule":"metric-format","reason":"x","names":[7]}]}""", "'names' contains texts only")]
    [InlineData("""{"suppressions":[{"rule":"metric-format","reason":"x","file":7}]}""", "'file' has to be text")]
    [InlineData("[]", "line 1, column 1: the file has to be an object")]
    [InlineData("{\n  oops", "line 2, column 3: ")]
    public void Error_of_a_rules_file_has_its_line(string text, string says)
    {
        var path = Write(text);
        var fault = Assert.Throws<SigmaEngineException>(() => RulePolicy.Read(path));
        Assert.Equal((ErrorCode.InvalidArgument, path), (fault.Kind, fault.Target));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var fault = Assert.Throws<SigmaEngineException>(() =>
            RulePolicy.Read(Write("""{"a":1,"severities":{"b":"c","metric-format":"d"},"suppressions":[{}]}""")));
        Assert.Equal(5, fault.Message.Split("column ").Length - 1);
    }

    [Fact]
    public void Nearest_file_counts_from_the_folder_of_the_spec_upward()
    {
        Write("""{ "severities": { "metric-format": "error" } }""");
        var files = new RulesFileLocator();
        Directory.CreateDirectory(Path.Combine(Folder, "a", "b"));
        Directory.CreateDirectory(Path.Combine(Folder, "c"));
        File.WriteAllText(Path.Combine(Folder, "c", RulesFileLocator.FileName), """{ "severities": { "metric-format": "hint" } }""");
        Assert.Equal(IssueSeverity.Error, files.For(Path.Combine(Folder, "a", "b", "x.json")).Severity(Metric));
        Assert.Equal(IssueSeverity.Hint, files.For(Path.Combine(Folder, "c", "x.json")).Severity(Metric));
    }

    private string Write(string text)
    {
        var path = Path.Combine(Folder, RulesFileLocator.FileName);
        File.WriteAllText(path, text);
        return path;
    }
}
