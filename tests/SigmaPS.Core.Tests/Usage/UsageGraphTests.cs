using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using Xunit;

namespace SigmaPS.Core.Tests.Usage;

/// <summary>The consumers of items of which some are only perhaps removed.</summary>
public sealed class UsageGraphTests
{
    private const string Joined = "33333333-3333-4333-8333-333333333333";

    [Theory]
    [InlineData("c-net", UsageCertainty.Certain)]
    [InlineData("c-amount", UsageCertainty.Certain)]
    [InlineData(null, UsageCertainty.Possible)]
    public void Join_with_one_certainly_broken_key_breaks_certainly_in_any_order(string? certain, UsageCertainty expected)
    {
        var join = SpecDocument.Parse(
            $$"""
            {"name":"Joined","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"E","columns":[],
              "source":{"kind":"join","name":"O","joins":[{"name":"T",
                "columns":[{"left":"[Net]","right":"[A]"},{"left":"[Amount]","right":"[B]"}],
                "left":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}","elementId":"orders"},
                "right":{"kind":"warehouse-table","connectionId":"conn","path":["DB","SHOP","TOTALS"]} }]} }]}]}
            """,
            "the join");
        var index = UsageIndexes.Of(
            [], UsageIndexes.Model(SampleModel.Id, SampleModel.Document()), UsageIndexes.Model(Joined, join));
        var items = new[] { "c-net", "c-amount" }
            .Select(id => (new UsageItem(UsageItemKind.Column, SampleModel.Id, "orders", id), id == certain)).ToList();
        Assert.Equal(expected, Assert.Single(index.FindBroken(items, null, _ => false)).Certainty);
    }
}
