using System.Linq;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class ChangeFormatterTests
{
    [Fact]
    public void Summary_counts_names_the_first_five_and_begins_with_what_goes()
    {
        var changes = SpecDiff
            .Compare(
                SampleModel.With("remove $orders/folders", "remove $orders/summary"),
                SampleModel.With(
                    "remove $orders/folders",
                    "remove $orders/summary",
                    "set $orders/columns []",
                    """add $orders/metrics {"id":"x","formula":"1","name":"One"}"""))
            .Changes;
        Assert.Equal(
            "6 columns removed (\"Order Id\", \"Order Date\", \"Customer Id\", \"Amount\", \"Cost\", …); 1 metric added (\"One\")",
            ChangeFormatter.Summary(changes.Where(change => change.Change != ChangeKind.Moved)));
        Assert.Equal(
            "6 columns removed, 1 metric added",
            ChangeFormatter.Counts(changes.Where(change => change.Change != ChangeKind.Moved)));
    }

    [Fact]
    public void Empty_input_gives_an_empty_list()
    {
        Assert.Equal("", ChangeFormatter.Summary([]));
        Assert.Equal("", ChangeFormatter.Counts([]));
    }

    [Fact]
    public void Name_is_reported_once_however_often_it_changed()
    {
        var changes = SpecDiff
            .Compare(
                SampleModel.Document(),
                SampleModel.With("set $orders/columns/5/hidden true", "set $orders/columns/5/description \"x\""))
            .Changes;
        Assert.Equal("2 columns changed (\"Net\")", ChangeFormatter.Summary(changes));
    }

    [Fact]
    public void Plural_is_English()
    {
        var changes = SpecDiff
            .Compare(
                SampleModel.Document(),
                SampleModel.With(
                    """add $orders/columnSecurities {"id":"a","criteria":{}}""",
                    """add $orders/columnSecurities {"id":"b","criteria":{"kind":"x"}}""",
                    "set $orders/sort []"))
            .Changes;
        Assert.Equal("2 sort removed, 2 securities added", ChangeFormatter.Counts(changes));
    }

    [Fact]
    public void Long_value_is_cut_at_sixty_characters()
    {
        var line = ChangeFormatter.Line(
            Assert.Single(
                SpecDiff
                    .Compare(SampleModel.Document(), SampleModel.With($"set $orders/columns/5/formula \"{new string('x', 61)}\""))
                    .Changes));
        Assert.EndsWith("→ " + new string('x', 59) + "…", line, System.StringComparison.Ordinal);
        line = ChangeFormatter.Line(
            Assert.Single(
                SpecDiff
                    .Compare(SampleModel.Document(), SampleModel.With($"set $orders/columns/5/formula \"{new string('x', 60)}\""))
                    .Changes));
        Assert.EndsWith("→ " + new string('x', 60), line, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Long_values_that_begin_alike_are_shown_from_where_they_part()
    {
        var statement = "select " + new string('x', 200);
        string Source(string end) => $$"""set $orders/source {"kind":"sql","connectionId":"conn","statement":"{{statement}}{{end}}"}""";
        var line = ChangeFormatter.Line(
            Assert.Single(SpecDiff.Compare(SampleModel.With(Source(" from A")), SampleModel.With(Source(" from B"))).Changes));
        Assert.Equal("changed element \"Facts / Orders\": source …xxxxxx from A\"} → …xxxxxx from B\"}", line);
    }

    [Fact]
    public void Missing_value_is_distinguished_from_null_and_from_an_empty_text()
    {
        Assert.EndsWith("description (none) → null", Line("null"), System.StringComparison.Ordinal);
        Assert.EndsWith("description (none) → ", Line("\"\""), System.StringComparison.Ordinal);

        static string Line(string json) =>
            ChangeFormatter.Line(
                Assert.Single(SpecDiff.Compare(SampleModel.Document(), SampleModel.With("set $orders/description " + json)).Changes));
    }
}
