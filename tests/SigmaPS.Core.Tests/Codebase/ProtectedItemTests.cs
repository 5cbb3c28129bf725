using System.Linq;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>Which items a write does not lose without a switch: derived from the schema, so that a new kind is protected too.</summary>
public sealed class ProtectedItemTests
{
    [Theory]
    [InlineData("page", true, false)]
    [InlineData("element", true, true)]
    [InlineData("control", true, false)]
    [InlineData("column", true, true)]
    [InlineData("metric", true, true)]
    [InlineData("relationship", true, true)]
    [InlineData("filter", true, false)]
    [InlineData("security", true, false)]
    [InlineData("grouping", false, false)]
    [InlineData("folder", false, false)]
    [InlineData("sort", false, false)]
    public void Kind_is_protected_as_in_the_design(string kind, bool ofItem, bool ofId) =>
        Assert.Equal((ofItem, ofId), (ProtectedItems.IsProtected(kind), ProtectedItems.HasUsedId(kind)));

    [Fact]
    public void Every_kind_in_a_table_is_a_row_above()
    {
        string[] rows = ["column", "metric", "relationship", "filter", "security", "grouping", "folder", "sort"];
        Assert.Equal(rows.Order(), ItemKind.InTable.Select(kind => kind.Name).Order());
    }

    [Fact]
    public void Kind_that_joins_the_schema_is_protected_with_its_row()
    {
        using SchemaVariant engine = new(
            (" columnSecurities:security[]=[]", " columnSecurities:security[]=[] measures:measure[]=[]"),
            ("security id!:text", "measure id!:text name:text\nsecurity id!:text"));
        Assert.Equal((true, true), engine.ProtectsLoss("measure"));
        Assert.Equal((false, false), engine.ProtectsLoss("unit"));
    }
}
