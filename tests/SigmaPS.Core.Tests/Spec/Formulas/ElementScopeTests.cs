using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Formulas;

public sealed class ElementScopeTests
{
    // Every kind of source and every way to name a thing, in one model.
    private const string Model = """
        {"dataModelId":"467bc369-5db7-4963-8172-b24a49dbc75b","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
          {"kind":"control","id":"c1","controlId":"Region-Choice","controlType":"list"},
          {"kind":"control","id":"c2","controlId":"Amount","controlType":"list"},
          {"id":"orders","kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"x","path":["DB","S","ORDERS"]},
           "columns":[{"id":"o1","formula":"[ORDERS/Order Id]"},{"id":"o2","formula":"[ORDERS/AMOUNT]"},{"id":"o3","formula":"[Amount] * 2","name":"Twice/[x]"},{"id":"o4","formula":"[ORDERS/user_id]"}],
           "metrics":[{"id":"m1","formula":"Sum([Amount])","name":"Total"}],
           "relationships":[{"id":"r1","targetElementId":"cust","name":"Buyer","keys":[]},{"id":"r2","targetElementId":"plain","keys":[]}]},
          {"id":"cust","kind":"table","name":"Customers","source":{"kind":"sql","connectionId":"x","statement":"select 1"},"columns":[{"id":"k1","formula":"[Custom SQL/CUST_NAME]"}],
           "relationships":[{"id":"r3","targetElementId":"plain","name":"Home","keys":[]}]},
          {"id":"plain","kind":"table","source":{"kind":"warehouse-table","connectionId":"x","path":["DB","S","STORES"]},"columns":[{"id":"s1","formula":"[STORES/City]"}]},
          {"id":"child","kind":"table","name":"Child","source":{"kind":"table","elementId":"orders"},"columns":[{"id":"h1","formula":"[Orders/Amount]"}]},
          {"id":"heir","kind":"table","source":{"kind":"table","elementId":"plain"},"columns":[]},
          {"id":"other","kind":"table","name":"Other","source":{"kind":"data-model","dataModelId":"11111111-5db7-4963-8172-b24a49dbc75b","elementId":"e"},"columns":[]},
          {"id":"joined","kind":"table","name":"Joined","source":{"kind":"join","name":"Wide","primarySource":{"kind":"table","elementId":"orders"},"joins":[
             {"left":{"kind":"table","elementId":"orders"},"right":{"kind":"table","elementId":"plain"},"columns":[{"left":"[Order Id]","right":"[City]"}],"name":"Shop"},
             {"left":{"kind":"table","elementId":"orders"},"right":{"kind":"warehouse-table","connectionId":"x","path":["DB","S","RETURNS"]},"columns":[]}]},"columns":[]},
          {"id":"union","kind":"table","source":{"kind":"union","sources":[{"kind":"table","elementId":"orders"},{"kind":"table","elementId":"plain"}],"matches":[{"outputColumnName":"What","sourceColumns":["[Amount]","[City]"]}]},"columns":[]},
          {"id":"turned","kind":"table","source":{"kind":"transpose","source":{"kind":"table","elementId":"orders"},"direction":"row-to-column","outputColumns":["Q1"],"columnToTranspose":"Amount","valueColumn":"Amount","aggregate":"sum"},"columns":[]},
          {"id":"ring1","kind":"table","source":{"kind":"table","elementId":"ring2"},"columns":[]},
          {"id":"ring2","kind":"table","source":{"kind":"table","elementId":"ring1"},"columns":[]},
          {"id":"file","kind":"table","name":"Targets","source":{"kind":"csv-table","fileId":"f"},"columns":[]}
        ]}]}
        """;

    private readonly ModelScope _model = new(SpecDocument.Parse(Model, "test"));

    [Theory]
    [InlineData("orders", "[Amount]", "Column Own o2")]
    [InlineData("orders", "[user_id]", "Column Own o4")]
    [InlineData("orders", "[User Id]", "Column Own o4")]
    [InlineData("orders", "[amount]", "Column Own o2")]
    [InlineData("orders", @"[Twice\/\[x\]]", "Column Own o3")]
    [InlineData("orders", "[Total]", "Metric Own m1")]
    [InlineData("orders", "[Metrics/Total]", "Metric Own m1")]
    [InlineData("child", "[Metrics/Total]", "Metric Source m1")]
    [InlineData("orders", "[Region-Choice]", "Control Own c1")]
    [InlineData("cust", "[Amount]", "Control Own c2")]
    [InlineData("orders", "[Nothing]", "Unresolved Own Nothing")]
    [InlineData("orders", "[ORDERS/Whatever]", "OutOfSight Source")]
    [InlineData("orders", "[Orders/Amount]", "Column Own o2")]
    [InlineData("orders", "[STORE/City]", "Unresolved Source STORE")]
    [InlineData("cust", "[Custom SQL/Whatever]", "OutOfSight Source")]
    [InlineData("child", "[Orders/Amount]", "Column Source o2")]
    [InlineData("child", "[Orders/AMOUNT]", "Column Source o2")]
    [InlineData("child", "[Orders/Nothing]", "Unresolved Source Nothing")]
    [InlineData("child", "[ORDERS/Amount]", "Column Source o2")]
    [InlineData("child", "[STORES/Nothing]", "Unresolved Source Nothing")]
    [InlineData("orders", "[Metrics/Nothing]", "Unresolved Own Nothing")]
    [InlineData("plain", "[STORES/Margin Pct H/L]", "OutOfSight Source")]
    [InlineData("orders", "[ORDERS/Margin Pct H/L]", "Unresolved Relationship Margin Pct H")]
    [InlineData("orders", "[Twice/[x\\]]", "Column Own o3")]
    [InlineData("child", "[Customers/CUST_NAME]", "Column Elsewhere k1")]
    [InlineData("heir", "[STORES/City]", "Column Source s1")]
    [InlineData("other", "[Anything/At all]", "OutOfSight Source")]
    [InlineData("file", "[targets.csv/Anything]", "OutOfSight Source")]
    [InlineData("joined", "[Wide/Amount]", "Column Source o2")]
    [InlineData("joined", "[Orders/Amount]", "Column Source o2")]
    [InlineData("joined", "[Shop/City]", "Column Source s1")]
    [InlineData("joined", "[Shop/Nothing]", "Unresolved Source Nothing")]
    [InlineData("joined", "[RETURNS/Reason]", "OutOfSight Source")]
    [InlineData("union", "[Union of 2 Sources/What]", "UnionOutput Source")]
    [InlineData("union", "[Union of 2 Sources/City]", "Unresolved Source City")]
    [InlineData("turned", "[Transpose of Orders/Q1]", "OutOfSight Source")]
    [InlineData("turned", "[Transpose of Orders/Order Id]", "Column Source o1")]
    [InlineData("orders", "[Orders/Buyer/CUST_NAME]", "Column Relationship k1")]
    [InlineData("orders", "[ORDERS/Buyer/CUST_NAME]", "Column Relationship k1")]
    [InlineData("orders", "[Orders/STORES/City]", "Column Relationship s1")]
    [InlineData("orders", "[Orders/Buyer/Home/City]", "Column Relationship s1")]
    [InlineData("orders", "[Orders/Seller/City]", "Unresolved Relationship Seller")]
    [InlineData("orders", "[Orders/Buyer/Nothing]", "Unresolved Relationship Nothing")]
    [InlineData("child", "[Orders/Buyer/CUST_NAME]", "Column Relationship k1")]
    [InlineData("ring1", "[Anything/Else]", "OutOfSight Source")]
    public void Reference_names_its_target(string element, string formula, string expected)
    {
        Resolution found = _model.ById(element)!.Resolve(FormulaReferences.Parse(formula).Single());
        Assert.Equal(expected, $"{found.Kind} {found.Route} {found.Target?.Text("id") ?? found.Missing}".TrimEnd());
    }

    [Theory]
    [InlineData("orders", "Orders")]
    [InlineData("plain", "STORES")]
    [InlineData("heir", "STORES")]
    [InlineData("union", "Union of 2 Sources")]
    [InlineData("turned", "Transpose of Orders")]
    [InlineData("ring1", null)]
    public void Element_shows_the_name(string element, string? expected) => Assert.Equal(expected, _model.ById(element)!.Name);

    [Fact]
    public void Join_s_key_is_looked_up_on_its_side_alone()
    {
        ElementScope joined = _model.ById("joined")!;
        JsonObject leg = (JsonObject)joined.Element.Object("source")!.Array("joins")![0];
        Assert.Equal("o1", joined.ResolveOn(leg.Object("left")!, FormulaReferences.Parse("[Order Id]")[0]).Target!.Text("id"));
        Assert.Equal("s1", joined.ResolveOn(leg.Object("right")!, FormulaReferences.Parse("[City]")[0]).Target!.Text("id"));
        Assert.Equal(ReferenceKind.Unresolved, joined.ResolveOn(leg.Object("right")!, FormulaReferences.Parse("[Order Id]")[0]).Kind);
    }

    [Fact]
    public void Found_item_is_the_object_itself_and_not_an_equal_one()
    {
        Resolution found = _model.ById("child")!.Resolve(FormulaReferences.Parse("[Orders/Amount]")[0]);
        Assert.Same(_model.ById("orders")!.Element.Array("columns")![1], found.Target);
        Assert.Same(_model.ById("orders"), found.Owner);
        Assert.Same(_model.ById("child")!.Element.Object("source"), found.Source);
    }

    // An element of another model and one of this model can have the same name.
    private const string Namesakes = """
        {"name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
          {"id":"a","kind":"table","source":{"kind":"data-model","dataModelId":"m","elementId":"e"},"columns":[{"id":"1","formula":"[SALES/Region]"},{"id":"2","name":"City","formula":"Lookup([Stores/City], [Region], [Stores/Key])"}]},
          {"id":"b","kind":"table","name":"My Sales","source":{"kind":"data-model","dataModelId":"m","elementId":"e"},"columns":[{"id":"1","formula":"[SALES/Region]"},{"id":"2","name":"Twice","formula":"[SALES/Amount] * 2"}]},
          {"id":"c","kind":"table","name":"SALES","source":{"kind":"warehouse-table","connectionId":"x","path":["D","T"]},"columns":[{"id":"1","formula":"[T/Region]"},{"id":"2","formula":"[T/Amount]"}]},
          {"id":"d","kind":"table","name":"Joined","source":{"kind":"join","joins":[{"left":{"kind":"table","elementId":"s"},"right":{"kind":"data-model","dataModelId":"m","elementId":"e"},"columns":[]}]},"columns":[{"id":"1","formula":"[Stores/City]"},{"id":"2","formula":"[SALES/Region]"}]},
          {"id":"s","kind":"table","name":"Stores","source":{"kind":"warehouse-table","connectionId":"x","path":["D","S"]},"columns":[{"id":"1","formula":"[S/City]"},{"id":"2","formula":"[S/Key]"}]}
        ]}]}
        """;

    [Theory]
    [InlineData("a", "[SALES/Region]", ReferenceKind.OutOfSight, ReferenceRoute.Source)]
    [InlineData("a", "[Stores/City]", ReferenceKind.Column, ReferenceRoute.Elsewhere)]
    [InlineData("b", "[SALES/Amount]", ReferenceKind.OutOfSight, ReferenceRoute.Source)]
    [InlineData("c", "[SALES/Region]", ReferenceKind.Column, ReferenceRoute.Own)]
    [InlineData("d", "[SALES/Region]", ReferenceKind.OutOfSight, ReferenceRoute.Source)]
    [InlineData("s", "[SALES/Region]", ReferenceKind.Column, ReferenceRoute.Elsewhere)]
    internal void Namesake_of_another_model_s_element_is_not_the_source(
        string element,
        string formula,
        ReferenceKind kind,
        ReferenceRoute route)
    {
        ModelScope model = new(SpecDocument.Parse(Namesakes, "test"));
        Resolution found = model.ById(element)!.Resolve(FormulaReferences.Parse(formula).Single());
        Assert.Equal((kind, route), (found.Kind, found.Route));
    }

    [Fact]
    public void Rename_leaves_references_to_a_namesake_s_columns_alone()
    {
        SpecDocument document = SpecDocument.Parse(Namesakes, "test");
        ColumnRenaming.Apply(document, "c", "1", "Area");
        Assert.Equal(3, document.ToText().Split("[SALES/Region]").Length - 1);
    }
}
