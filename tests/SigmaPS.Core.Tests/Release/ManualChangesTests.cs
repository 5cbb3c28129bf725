using System.Threading.Tasks;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The usages of a renamed item that a person has to change.</summary>
public sealed class ManualChangesTests
{
    private static readonly RenameRequest Rename = new(SampleModel.Id, new ItemRename(RenameKind.Column, "Orders", "Net", "Margin"));
    private static readonly RenameResult Result = new(RenameStep.Whole, "orders", "c-net", "Orders", "Net");

    [Fact]
    public void Usage_of_a_workbook_that_the_rename_breaks_is_one_even_without_a_formula()
    {
        var named = Usage("named", "Sum([Orders/Net])");
        var unknown = Usage("unknown", null);
        var item = new ReleaseItem("Shop", ReleaseAction.Update) { DataModelId = SampleModel.Id };
        UsageRecord[] left = [named with { ConsumerKind = ConsumerKind.DataModel }, named with { ConsumerId = "t", VersionTag = "prod" }];
        item.Add(new ConsumerImpact { Consumers = [.. left, named, named, unknown] }, []);
        Assert.Equal(
            [new ManualChange(named, "Sum([Orders/Margin])"), new ManualChange(unknown, null)],
            ManualChanges.Find(UsageIndexes.Of([]), SampleModel.Id, Rename, Result, item));
    }

    [Fact]
    public async Task Usage_that_the_rename_does_not_break_is_one_where_its_formula_has_the_old_name()
    {
        var model = UsageIndexes.Model(SampleModel.Id, SampleModel.Document());
        var index = await UsageIndexes.WithWorkbookAsync(["Sum([Orders/Net])", "[Cover/Net]"], model);
        var item = new ReleaseItem("Shop", ReleaseAction.Update) { DataModelId = SampleModel.Id };
        var change = Assert.Single(ManualChanges.Find(index, SampleModel.Id, Rename, Result, item));
        Assert.Equal(("c0", "Sum([Orders/Margin])"), (change.Usage.ColumnId, change.NewFormula));
    }

    private static UsageRecord Usage(string id, string? formula) =>
        new() { ConsumerKind = ConsumerKind.Workbook, ConsumerId = id, ElementId = "e", ColumnId = "c", Formula = formula };
}
