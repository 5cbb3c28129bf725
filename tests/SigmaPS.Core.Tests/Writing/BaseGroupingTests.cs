using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The grouping "base" of a source, which Sigma returns and does not accept in a new model.</summary>
public sealed class BaseGroupingTests
{
    private const string Table = """{"kind":"table","elementId":"customers","groupingId":"base"}""";

    [Theory]
    [InlineData(Table)]
    [InlineData($$"""{"kind":"join","joins":[{"left":{{Table}},"right":{{Table}},"columns":[]}],"primarySource":{{Table}}}""")]
    [InlineData($$"""{"kind":"union","sources":[{{Table}},{{Table}}],"matches":[]}""")]
    [InlineData($$"""{"kind":"transpose","source":{{Table}}}""")]
    public void Grouping_base_is_left_out_of_a_new_model_at_any_depth(string source)
    {
        var sent = Sent(source);
        Assert.DoesNotContain("groupingId", sent, System.StringComparison.Ordinal);
        Assert.Contains("\"elementId\":\"customers\"", sent, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kind":"table","elementId":"customers","groupingId":"g1"}""", "\"groupingId\":\"g1\"")]
    [InlineData("""{"kind":"table","elementId":"customers","future":{"groupingId":"base"}}""", "\"future\":{\"groupingId\":\"base\"}")]
    public void Another_grouping_and_another_field_stay_in_a_new_model(string source, string kept) =>
        Assert.Contains(kept, Sent(source), System.StringComparison.Ordinal);

    private static string Sent(string source) => Trees.Compact(
        SpecCreatePlan.FromDocument(SampleModel.With("set $orders/source " + source), "Trial", skipValidation: true).Document.Root);
}
