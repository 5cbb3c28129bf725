using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

public sealed class DanglingIdsTests
{
    [Fact]
    public void Ids_of_removed_columns_leave_order_summary_and_folders()
    {
        var edited = SampleModel.With("remove $orders/columns/5", "remove $orders/columns/0");
        Assert.Equal(3, DanglingIds.Remove(edited, SampleModel.Document()));
        Assert.Equal("""["c-cust","fold"]""", Trees.Compact(SampleModel.At(edited.Root, "/pages/0/elements/0/order")));
        Assert.Equal("[]", Trees.Compact(SampleModel.At(edited.Root, "/pages/0/elements/0/summary")));
        Assert.Equal("""["c-amount"]""", Trees.Compact(SampleModel.At(edited.Root, "/pages/0/elements/0/folders/0/items")));
    }

    [Fact]
    public void ID_of_a_removed_folder_leaves_order()
    {
        var edited = SampleModel.With("remove $orders/folders");
        Assert.Equal(1, DanglingIds.Remove(edited, SampleModel.Document()));
        Assert.Equal("""["c-id","c-cust"]""", Trees.Compact(SampleModel.At(edited.Root, "/pages/0/elements/0/order")));
    }

    [Fact]
    public void Ids_that_named_nothing_before_the_edit_are_not_ours_to_touch()
    {
        const string old = "set $orders/order [\"ghost\",\"c-id\",\"fold\"]";
        var edited = SampleModel.With(old);
        Assert.Equal(0, DanglingIds.Remove(edited, SampleModel.With(old)));
        Assert.Equal(SampleModel.With(old).ToText(), edited.ToText());
    }

    [Fact]
    public void Same_ID_in_another_element_stays()
    {
        const string twin = "set /pages/1/elements/0/columns/0/id \"c-id\"";
        const string order = "set /pages/1/elements/0/order [\"c-id\",\"k-name\"]";
        var edited = SampleModel.With(twin, order, "remove $orders/columns/0");
        Assert.Equal(1, DanglingIds.Remove(edited, SampleModel.With(twin, order)));
        Assert.Equal("""["c-id","k-name"]""", Trees.Compact(SampleModel.At(edited.Root, "/pages/1/elements/0/order")));
    }

    [Fact]
    public void Edit_that_removes_nothing_is_left_as_it_is()
    {
        var edited = SampleModel.With("set $orders/name \"Sales\"");
        var before = edited.ToText();
        Assert.Equal(0, DanglingIds.Remove(edited, SampleModel.Document()));
        Assert.Equal(before, edited.ToText());
    }
}
