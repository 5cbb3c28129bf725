using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The edit commands change the spec that they are given, as an assignment does.</summary>
public sealed class EditInPlaceTests : SandboxTest
{
    private protected override void Arrange() =>
        Run(
            "$s = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1; $orders = $s.pages.elements | Where-Object name -eq "
                + "Orders"
        ).MustSucceed();

    [Theory]
    [InlineData(
        "$s | Rename-SigmaSpecColumn -Element Orders -Name Region -NewName Area",
        "$orders.columns | Where-Object name -eq Area | ForEach-Object name",
        "Area")]
    [InlineData("$s | Add-SigmaSpecColumn -Element Orders -Name Half -Formula '1 / 2'", "$orders.columns[-1].name", "Half")]
    [InlineData("$s | Add-SigmaSpecMetric -Element Orders -Name Rows -Formula 'Count()'", "$orders.metrics[-1].name", "Rows")]
    public void Edit_is_visible_in_the_spec_and_in_a_part_that_the_user_holds(string edit, string look, string expected)
    {
        Run(edit + " | Out-Null").MustSucceed();
        Assert.Equal(expected, Assert.Single(Run(look).MustSucceed().Texts));
        Assert.Equal(
            "Updated",
            Run("$s | Set-SigmaDataModelSpec -AllowBreak -PassThru").MustSucceed().Property("Status")!.ToString());
    }

    [Fact]
    public void Edit_passes_the_same_object_on()
    {
        Assert.Equal(
            "True",
            Run("[object]::ReferenceEquals($s, ($s | Rename-SigmaSpecColumn -Element Orders -Name Region -NewName Area))")
                .MustSucceed()
                .Texts[0]);
    }

    [Fact]
    public void Failed_edit_leaves_the_spec_as_it_was()
    {
        string before = Json();
        Assert.NotEmpty(Run("$s | Rename-SigmaSpecColumn -Element Orders -Name 'No such column' -NewName Area").Errors);
        Assert.NotEmpty(Run("$s | Remove-SigmaSpecColumn -Element Orders -Name Region").Errors);
        Assert.NotEmpty(Run("$s | Select-SigmaSpecColumn -Element Orders -Name 'No such column', Region").Errors);
        Assert.Equal(before, Json());
    }

    [Fact]
    public void Edit_of_another_type_returns_a_new_node()
    {
        Run(
            "$table = @{ schemaVersion = 1; pages = @(@{ id = 'p'; name = 'P'; elements = @(@{ id = 'e'; kind = 'table'; name = 'T'; "
                + "source = @{ kind = 'sql'; connectionId = 'c'; statement = 'select 1' }; columns = @(@{ id = 'a'; name = 'A'; formula = "
                + "'1' }) }) }) }"
        );
        ShellResult result = Run(
            "$n = $table | Rename-SigmaSpecColumn -Element T -Name A -NewName B; $n.GetType().Name; "
                + "$n.pages[0].elements[0].columns[0].name; $table.pages[0].elements[0].columns[0].name"
        ).MustSucceed();
        Assert.Equal(["SpecNode", "B", "A"], result.Texts);
    }

    [Fact]
    [CoversParameter("Select-SigmaSpecColumn", "Spec", "Element", "Name")]
    public void Select_keeps_columns_by_display_name_in_their_order()
    {
        Run("$p = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b; $t = $p.pages[0].elements[0]").MustSucceed();
        ShellResult result = Run(
            "$p | Select-SigmaSpecColumn -Element $t.name -Name 'Date', 'Order Number' | Out-Null; $t.columns | ForEach-Object name"
        ).MustSucceed();
        Assert.Equal(["Order Number", "Date"], result.Texts);
    }

    [Fact]
    public void Select_names_the_columns_that_it_did_not_find()
    {
        ShellResult result = Run("$s | Select-SigmaSpecColumn -Element Orders -Name 'Regin', 'Nope*'");
        Assert.Equal("SigmaSpecItemNotFound", result.ErrorId);
        Assert.Contains("'Regin'", result.ErrorText);
        Assert.Contains("'Nope*'", result.ErrorText);
    }

    [Fact]
    [CoversParameter("Remove-SigmaSpecColumn", "Name")]
    public void Remove_takes_several_columns_that_refer_to_one_another()
    {
        Run(
            "$s | Add-SigmaSpecColumn -Element Orders -Name One -Formula '1' | Add-SigmaSpecColumn -Element Orders -Name Two -Formula "
                + "'[One] + 1' | Out-Null"
        ).MustSucceed();
        Assert.Equal("SigmaEditRefused", Run("$s | Remove-SigmaSpecColumn -Element Orders -Name One").ErrorId);
        Run("$s | Remove-SigmaSpecColumn -Element Orders -Name One, Two | Out-Null").MustSucceed();
        Assert.Equal("0", Run("@($orders.columns | Where-Object name -in One, Two).Count").Texts[0]);
    }

    // The text of every column, in the spec's order.
    private string Json() => string.Join('\n', Run("$s.pages.elements.columns | ForEach-Object { \"$_\" }").Texts);
}
