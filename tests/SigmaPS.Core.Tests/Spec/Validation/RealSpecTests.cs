using System.Linq;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>Real specs have no errors but the known ones.</summary>
public sealed class RealSpecTests
{
    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Only_the_known_errors_are_errors(string file)
    {
        string[] known = file switch
        {
            "corpus/gitops-fix-with-ai-test-model.json" or "exports/fault-cycle.json" => ["column-cycle"],
            _ => [],
        };
        var errors = Judged.Errors(SpecFiles.Text(file));
        Assert.True(
            known.Order().SequenceEqual(errors.Select(e => e.RuleId).Distinct().Order()),
            file + "\n" + string.Join("\n", errors.Select(Judged.Text)));
    }

    [Theory]
    [InlineData("exports/invalid/version-as-text.json", "wrong-type", "schemaVersion")]
    [InlineData("exports/invalid/untranslated-table.json", "foreign-formula", "${TABLE}")]
    [InlineData("exports/invalid/formula-names-column-ids.json", "unknown-reference", "[stop_lat]")]
    [InlineData("exports/invalid/join-without-joins.json", "missing-key", "'joins'")]
    public void Wrong_file_fails_for_its_reason(string file, string rule, string token) => FailsFor(file, rule, token);

    [CorpusTheory]
    [InlineData("corpus/invalid/gitops-new-data-model.json", "wrong-type", "schemaVersion")]
    [InlineData("corpus/invalid/lookml-untranslated-table-sql.json", "foreign-formula", "${TABLE}")]
    [InlineData("corpus/invalid/quickstart-formula-refs-column-ids.json", "unknown-reference", "[station_lat]")]
    [InlineData("corpus/invalid/quickstart-join-left-right.json", "missing-key", "'joins'")]
    public void Wrong_real_file_fails_for_its_reason(string file, string rule, string token) => FailsFor(file, rule, token);

    private static void FailsFor(string file, string rule, string token) =>
        Assert.Contains(Judged.Json(SpecFiles.Text(file)), issue =>
            issue.Severity != Core.Diagnostics.IssueSeverity.Hint
            && issue.RuleId == rule
            && issue.Message.Contains(token, System.StringComparison.Ordinal));
}
