using System.Linq;
using SigmaPS.Core.Spec;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class FormulaReferencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("1 + 2", "")]
    [InlineData("[Amount]", "Amount")]
    [InlineData("[ORDERS/Order Id]", "ORDERS|Order Id")]
    [InlineData("[Orders/Customer/Customer Name]", "Orders|Customer|Customer Name")]
    [InlineData("Sum([Net]) / Sum([ORDERS/Quantity])", "Net; ORDERS|Quantity")]
    [InlineData("[A][B]", "A; B")]
    [InlineData("[Least].start", "Least")]
    [InlineData(@"[T/Profit \/ Loss]", "T|Profit / Loss")]
    [InlineData(@"[T/a\[0\]] + [b]", "T|a[0]; b")]
    [InlineData(@"[back\\slash/c]", @"back\slash|c")]
    [InlineData("If([Kind] = \"[not/one]\", [Yes], \"no\")", "Kind; Yes")]
    [InlineData("\"say \\\"[no]\\\"\" & [Yes]", "Yes")]
    [InlineData("\"never closed [A]", "")]
    [InlineData("[never closed", "")]
    [InlineData("[A] & \"]\" & [B]", "A; B")]
    [InlineData("[]", "")]
    [InlineData("[Größe/数量]", "Größe|数量")]
    public void References_are_found_outside_strings_and_unescaped(string formula, string found) =>
        Assert.Equal(found, string.Join("; ", FormulaReferences.Parse(formula).Select(reference => string.Join("|", reference.Steps))));

    [Theory]
    [InlineData("x + [A/B] - [C]")]
    [InlineData(@"[a\]b]&[c]")]
    public void Reference_has_its_position(string formula) => Assert.All(FormulaReferences.Parse(formula), reference =>
    {
        var there = formula[reference.Start..reference.End];
        Assert.Equal(reference.Steps, FormulaReferences.Only(there)!.Steps);
        Assert.Equal(reference.Steps[^1], reference.Name);
    });

    [Theory]
    [InlineData("[ORDERS/Order Id]", true)]
    [InlineData("  [Amount]\n", true)]
    [InlineData(@"[a\]b]", true)]
    [InlineData("[A] ", true)]
    [InlineData("[A] + 1", false)]
    [InlineData("[A][B]", false)]
    [InlineData("Sum([A])", false)]
    [InlineData("\"[A]\"", false)]
    [InlineData("[A", false)]
    [InlineData("", false)]
    public void Formula_that_only_passes_a_column_through_is_distinguished_from_one_that_computes(string formula, bool only) =>
        Assert.Equal(only, FormulaReferences.Only(formula) is not null);
}
