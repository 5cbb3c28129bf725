using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class FriendlyNameTests
{
    [Theory]
    [InlineData("ORDER_ID", "Order Id")]
    [InlineData("NUMBER_OF_EMPLOYEES", "Number of Employees")]
    [InlineData("UPDATED_AT", "Updated At")]
    [InlineData("OF_MICE_AND_MEN", "Of Mice and Men")]
    [InlineData("CY_Q1_REVENUE", "Cy Q 1 Revenue")]
    [InlineData("orderDate", "Order Date")]
    [InlineData("HTTPServer", "Http Server")]
    [InlineData("unique_key", "Unique Key")]
    [InlineData("Sub-Category", "Sub Category")]
    [InlineData("in/out", "In Out")]
    [InlineData("__A__B__", "A B")]
    [InlineData("a", "A")]
    [InlineData("PRIX_UNITAIRE_€", "Prix Unitaire €")]
    [InlineData("GRÖSSE_CM", "Grösse Cm")]
    [InlineData("", "")]
    [InlineData("___", "___")]
    public void Warehouse_name_becomes_what_Sigma_shows(string raw, string friendly) => Assert.Equal(friendly, FriendlyName.FromRaw(raw));

    [Property]
    public Property Friendly_name_stays_as_it_is() => Prop.ForAll(
        Gen.Elements("aZbQ_ 1-/oftheTHE".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
        raw => FriendlyName.FromRaw(FriendlyName.FromRaw(raw)) == FriendlyName.FromRaw(raw));

    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    [CorpusData(ExportsOnly = true)]
    public void Every_warehouse_column_of_the_real_exports_has_the_name_that_the_rule_gives(string name)
    {
        var pairs = SpecDocument.Parse(SpecFiles.Text(name), name).Elements
            .SelectMany(element => ElementIds.Objects(element, "columns"))
            .Where(column => column.Text("id")!.StartsWith("inode-", System.StringComparison.Ordinal))
            .Select(column => (Raw: column.Text("id")!.Split('/', 2).Last(), Reference: FormulaReferences.Only(column.Text("formula")!)))
            .Where(pair => pair.Reference?.Steps.Count == 2)
            .Select(pair => (pair.Raw, pair.Reference!.Name)).Distinct().ToList();
        Assert.All(pairs, pair => Assert.Equal(pair.Name, FriendlyName.FromRaw(pair.Raw)));
    }
}
