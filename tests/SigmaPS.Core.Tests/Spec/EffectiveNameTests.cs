using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class EffectiveNameTests
{
    [Theory]
    [InlineData("""{"id":"c","formula":"[ORDERS/ORDER_ID]","name":"Number"}""", "Number")]
    [InlineData("""{"id":"c","formula":"[ORDERS/ORDER_ID]"}""", "Order Id")]
    [InlineData("""{"id":"c","formula":"[ORDERS/Order Id]"}""", "Order Id")]
    [InlineData("""{"id":"c","formula":"[Orders/Customer/Customer Name]"}""", "Customer Name")]
    [InlineData("""{"id":"c","formula":"[Custom SQL/ORDER_ID]"}""", "ORDER_ID")]
    [InlineData("""{"id":"c","formula":"[Amount] * 2"}""", "c")]
    [InlineData("""{"id":"c","formula":""}""", "c")]
    [InlineData("""{"id":"c"}""", "c")]
    [InlineData("""{"name":null,"id":"c"}""", "c")]
    [InlineData("{}", "")]
    public void A_column_is_called_by_its_name_else_by_what_it_passes_through(string column, string name) =>
        Assert.Equal(name, EffectiveName.Of(Trees.Object(column)));

    [Theory]
    [InlineData("""{"id":"e","name":"Orders"}""", "Orders")]
    [InlineData("""{"id":"e","source":{"kind":"warehouse-table","path":["DB","S","ORDERS"]}}""", "ORDERS")]
    [InlineData("""{"id":"e","source":{"kind":"warehouse-table","path":[]}}""", "e")]
    [InlineData("""{"id":"e","source":{"kind":"sql","statement":"select 1"}}""", "e")]
    [InlineData("""{"id":"e","kind":"control","controlId":"Least"}""", "Least")]
    [InlineData("""{"id":"e","kind":"control","controlId":"Least","name":"At least"}""", "At least")]
    public void An_element_is_called_by_its_name_else_by_its_table_or_control_id(string element, string name) =>
        Assert.Equal(name, EffectiveName.OfElement(Trees.Object(element)));

    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    [CorpusData(ExportsOnly = true)]
    public void An_unnamed_column_of_a_real_export_is_called_as_its_formula_spells_it(string name)
    {
        var unnamed = SpecDocument.Parse(SpecFiles.Text(name), name).Elements
            .SelectMany(element => ElementIds.Objects(element, "columns"))
            .Where(column => !column.Has("name") && column.Text("formula") is { Length: > 0 });
        Assert.All(unnamed, column => Assert.Equal(FormulaReferences.Only(column.Text("formula")!)!.Name, EffectiveName.Of(column)));
    }
}
