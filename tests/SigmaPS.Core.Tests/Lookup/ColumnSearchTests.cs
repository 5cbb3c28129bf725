using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Lookup;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Lookup;

public sealed class ColumnSearchTests
{
    private const string Elements = """
        {"id":"orders","kind":"table","source":{"kind":"warehouse-table","connectionId":"c","path":["DB","S","ORDERS"]},
          "columns":[{"id":"a","formula":"[ORDERS/Amount]"},{"id":"n","formula":"[Amount] * 2","name":"Twice"},{"id":"k","formula":"1","name":"One"}],
          "relationships":[{"id":"r","name":"Cust","targetElementId":"cust","keys":[]}]},
        {"id":"cust","kind":"table","source":{"kind":"warehouse-table","connectionId":"c","path":["DB","S","CUSTOMERS"]},"columns":[{"id":"m","formula":"[CUSTOMERS/Name]"}]},
        {"id":"top","kind":"table","name":"Top","source":{"kind":"table","elementId":"orders"},
          "columns":[{"id":"x","formula":"[ORDERS/Twice] + 1","name":"More"},{"id":"y","formula":"[ORDERS/Cust/Name]","name":"Who"}]},
        {"id":"both","kind":"table","source":{"kind":"join","joins":[{"left":{"kind":"table","elementId":"orders"},"right":{"kind":"table","elementId":"cust"},"columns":[]}]},
          "columns":[{"id":"p","formula":"[ORDERS/Amount] & [CUSTOMERS/Name]","name":"Pair"}]},
        {"id":"all","kind":"table","source":{"kind":"union","sources":[{"kind":"table","elementId":"orders"},{"kind":"table","elementId":"cust"}],"matches":[{"outputColumnName":"V","sourceColumns":["[Twice]","[Name]"]},{"outputColumnName":"W","sourceColumns":[null,"[Name]"]}]},
          "columns":[{"id":"v","formula":"[Union of 2 Sources/V]"},{"id":"w","formula":"[Union of 2 Sources/W]"}]},
        {"id":"sql","kind":"table","name":"Raw","source":{"kind":"sql","connectionId":"c","statement":"select 1 as ONE"},"columns":[{"id":"s","formula":"[Custom SQL/ONE]"},{"id":"t","formula":"[ONE]","name":"T"}]},
        {"id":"far","kind":"table","source":{"kind":"data-model","dataModelId":"d1","elementId":"e1"},"columns":[{"id":"f","formula":"[Whatever/Col]"}]},
        {"id":"ring","kind":"table","source":{"kind":"warehouse-table","connectionId":"c","path":["DB","S","LOOP"]},
          "columns":[{"id":"r1","formula":"[R2] + [LOOP/L]","name":"R1"},{"id":"r2","formula":"[R1]","name":"R2"},{"id":"bad","formula":"[Nope]","name":"Bad"},{"id":"open","formula":"[R1","name":"Open"}]}
        """;

    [Theory]
    [InlineData("orders", "a", "DB.S.ORDERS")]
    [InlineData("orders", "n", "DB.S.ORDERS")]
    [InlineData("orders", "k", "")]
    [InlineData("top", "x", "DB.S.ORDERS")]
    [InlineData("top", "y", "DB.S.CUSTOMERS")]
    [InlineData("both", "p", "DB.S.CUSTOMERS|DB.S.ORDERS")]
    [InlineData("all", "v", "DB.S.CUSTOMERS|DB.S.ORDERS")]
    [InlineData("all", "w", "DB.S.CUSTOMERS")]
    [InlineData("sql", "s", "custom SQL of \"Raw\"")]
    [InlineData("sql", "t", "custom SQL of \"Raw\"")]
    [InlineData("far", "f", "data model d1")]
    [InlineData("ring", "r2", "DB.S.LOOP")]
    public void Column_comes_from_where_its_formula_leads_in_the_end(string element, string column, string origins) =>
        Assert.Equal(origins, string.Join("|", Found(element, column).Origins.Select(origin => origin.Text)));

    [Theory]
    [InlineData("orders", "n", null)]
    [InlineData("ring", "r1", "calculated from itself")]
    [InlineData("ring", "bad", "[Nope]")]
    [InlineData("ring", "open", "has no closing ']'")]
    public void Column_that_cannot_work_is_found_offline(string element, string column, string? problem)
    {
        FoundColumn found = Found(element, column);
        Assert.Equal(problem is not null, found.IsBroken);
        Assert.Contains(problem ?? "", string.Join(" ", found.Problems!), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_chain_is_followed_to_its_end()
    {
        IEnumerable<string> columns = Enumerable
            .Range(1, 20000)
            .Select(i => $$"""{"id":"c{{i}}","formula":"[C{{i - 1}}]","name":"C{{i}}"}""")
            .Prepend("""{"id":"c0","formula":"[T/X]","name":"C0"}""");
        SpecDocument document = Document(
            $$"""{"id":"t","kind":"table","source":{"kind":"warehouse-table","connectionId":"c","path":["T"]},"columns":[{{string.Join(",", columns)}}]}"""
        );
        Assert.All(ColumnSearch.InDocument(document), column => Assert.Equal("T", Assert.Single(column.Origins).Table));
    }

    [Fact]
    public void Every_model_of_the_sandbox_can_be_searched() => Assert.All(SandboxModels.All(), model =>
    {
        SpecDocument document = SpecDocument.Parse(model.Text, model.Name);
        Assert.Equal(document.Elements.Sum(element => element.Array("columns")?.Count ?? 0), ColumnSearch.InDocument(document).Count);
    });

    private static FoundColumn Found(string element, string column) =>
        ColumnSearch.InDocument(Document(Elements)).Single(found => found.ElementId == element && found.ColumnId == column);

    private static SpecDocument Document(string elements) =>
        SpecDocument.Parse($$"""{"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{{elements}}]}]}""", "test");
}
