using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The order in which the models of a rename change: each after those that it reads.</summary>
public sealed class RenameOrderTests
{
    [Theory]
    [InlineData(false, "Main; C; A; B", "2<; 3<; 1<; 0<")]
    [InlineData(false, "Main; A:4; B:A; C:B,Main,Gone; 4:Main", "0<; 1<0; 2<0,1; 3<0,1,2")]
    [InlineData(false, "Main; A:B,C; B; C", "2<; 3<; 1<2,3; 0<")]
    [InlineData(false, "Main:A; A:B; B:A,Main", "1<; 2<1; 0<1,2")]
    [InlineData(true, "Main:A; A:Main; C:A,Main; B", "1<; 3<; 2<1; 0<1,2,3")]
    public void Models_change_in_the_order_of_their_references(bool mainIsLast, string models, string expected)
    {
        var all = models.Split("; ").Select(Model).ToList();

        // A model with a number for a name does not change.
        var changed = Enumerable.Range(0, all.Count).Where(at => !char.IsDigit(all[at].Id[0])).ToList();
        var order = RenameOrder.Find(all, changed, mainIsLast);
        Assert.Equal(expected, string.Join("; ", order.Select(entry => $"{entry.Model}<{string.Join(",", entry.DependsOn)}")));
    }

    private static (string Id, SpecDocument Document) Model(string text)
    {
        var parts = text.Split(':');
        IEnumerable<string> reads = parts.Length == 1 ? [] : parts[1].Split(',');
        var elements = reads.Select((id, at) =>
            $$"""{"id":"e{{at}}","kind":"table","source":{"kind":"data-model","dataModelId":"{{id}}","elementId":"x"},"columns":[]}""");
        return (parts[0], SpecDocument.Parse(
            $$"""{"name":"{{parts[0]}}","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{{string.Join(",", elements)}}]}]}""",
            "the model"));
    }
}
