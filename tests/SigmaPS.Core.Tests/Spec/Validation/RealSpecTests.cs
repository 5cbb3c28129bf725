using System.Linq;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>Real representations have no errors but those that are known.</summary>
public sealed class RealSpecTests
{
    [Theory]
    [MemberData(nameof(Corpus.Files), MemberType = typeof(Corpus))]
    public void Nothing_is_an_error_but_the_known_faults(string file)
    {
        if (Corpus.Text(file) is { } text)
        {
            string[] known = file switch
            {
                "gitops-alteryx-data-model.json" => ["unknown-reference"],
                "gitops-fix-with-ai-test-model.json" => ["column-cycle"],
                _ => [],
            };
            var errors = Judged.Errors(text);
            Assert.True(known.Order().SequenceEqual(errors.Select(e => e.RuleId).Distinct().Order()), file + "\n" + string.Join("\n", errors.Select(Judged.Text)));
        }
    }

    [Theory]
    [InlineData("invalid/gitops-new-data-model.json", "wrong-type", "schemaVersion")]
    [InlineData("invalid/lookml-untranslated-table-sql.json", "foreign-formula", "${TABLE}")]
    [InlineData("invalid/quickstart-formula-refs-column-ids.json", "unknown-reference", "[station_lat]")]
    [InlineData("invalid/quickstart-join-left-right.json", "missing-key", "'joins'")]
    public void A_wrong_file_fails_for_its_reason(string file, string rule, string says)
    {
        if (Corpus.Exports.Count > 0)
        {
            Assert.Contains(Judged.Errors(Corpus.Text(file)!), issue => issue.RuleId == rule && issue.Message.Contains(says, System.StringComparison.Ordinal));
        }
    }
}
