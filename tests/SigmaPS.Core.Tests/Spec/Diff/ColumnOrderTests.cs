using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class ColumnOrderTests
{
    private const string Columns = """ "columns":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}] """;

    [Theory]
    [InlineData("", """ "order":["a","b","c","d"] """, true)]
    [InlineData("", """ "order":["b","a","c","d"] """, false)]
    [InlineData(""" "order":["a"] """, """ "order":["a","b","c","d"] """, true)]
    [InlineData(""" "order":["d"] """, """ "order":["d","a","b","c"] """, true)]
    [InlineData(""" "order":["d"] """, """ "order":["a","b","c","d"] """, false)]
    [InlineData(
        """ "order":["a","c"], "folders":[{"id":"f","items":["b","d"]}] """,
        """ "folders":[{"id":"f","items":["b","d"]}] """,
        true)]
    [InlineData(
        """ "order":["c","a"], "groupings":[{"id":"g","groupBy":["b"],"calculations":["d"]}] """,
        """ "groupings":[{"id":"g","groupBy":["b"],"calculations":["d"]}] """,
        false)]
    [InlineData(""" "order":["f","a"], "folders":[{"id":"f"}] """, """ "order":["a","f"], "folders":[{"id":"f"}] """, false)]
    [InlineData(""" "order":["gone","a","b","c","d"] """, """ "order":["a","b","c","d"] """, true)]
    [InlineData(""" "order":"a" """, "", true)]
    public void Two_elements_show_their_common_columns_in_one_order_or_not(string old, string now, bool same)
    {
        var (a, b) = (Trees.Object(Element(old)), Trees.Object(Element(now)));
        Assert.Equal(same, ColumnOrder.Same(a, b));
        Assert.Equal(same, ColumnOrder.Same(b, a));
    }

    [Fact]
    public void Without_order_the_columns_own_order_counts()
    {
        var swapped = Trees.Object("""{"columns":[{"id":"b"},{"id":"a"},{"id":"c"},{"id":"d"}]}""");
        Assert.False(ColumnOrder.Same(Trees.Object(Element("")), swapped));
        var more = Trees.Object("""{"columns":[{"id":"x"},{"id":"a"},{"id":"b"},{"id":"y"}]}""");
        Assert.True(ColumnOrder.Same(Trees.Object(Element("")), more));
    }

    private static string Element(string rest) => "{" + Columns + (rest.Length == 0 ? "" : "," + rest) + "}";
}
