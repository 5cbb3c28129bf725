using System;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>References follow the IDs that Sigma reassigned.</summary>
public sealed class ReassignedModelsTests
{
    private static readonly SpecDocument Renewed = Orders("renewed");

    [Fact]
    public void Document_that_refers_to_no_reassigned_ID_is_not_changed()
    {
        var reassigned = new ReassignedModels();
        Assert.False(reassigned.Follow(Readers("orders")));
        reassigned.Record(SampleModel.Id, "Shop", SampleModel.Document(), Renewed);
        Assert.False(reassigned.Follow(Readers("customers")));
    }

    [Fact]
    public void Document_is_changed_when_all_of_its_references_are()
    {
        var reassigned = new ReassignedModels();
        reassigned.Record(SampleModel.Id, "Shop", SampleModel.Document(), Renewed);
        var readers = Readers("orders", "orders");
        Assert.True(reassigned.Follow(readers));
        Assert.DoesNotContain("\"orders\"", Trees.Compact(readers.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_follows_a_model_that_was_saved_twice()
    {
        var reassigned = new ReassignedModels();
        reassigned.Record(SampleModel.Id, "Shop", SampleModel.Document(), Renewed);
        reassigned.Record(SampleModel.Id, "Shop", Renewed, Orders("again"));
        var readers = Readers("orders");
        Assert.True(reassigned.Follow(readers));
        Assert.Contains("\"again\"", Trees.Compact(readers.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_to_a_grouping_follows_its_ID()
    {
        var reassigned = new ReassignedModels();
        reassigned.Record(SampleModel.Id, "Shop", SampleModel.Document(), SampleModel.With("set $orders/groupings/0/id \"g9\""));
        var readers = SampleModel.Edited(Readers("orders"), "set /pages/0/elements/0/source/groupingId \"g1\"");
        Assert.True(reassigned.Follow(readers));
        Assert.Contains("\"groupingId\":\"g9\"", Trees.Compact(readers.Root), StringComparison.Ordinal);
    }

    private static SpecDocument Orders(string id) =>
        SampleModel.With($"set $orders/id \"{id}\"", $"set /pages/0/elements/1/filters/0/source/elementId \"{id}\"");

    private static SpecDocument Readers(params string[] elements)
    {
        var root = Trees.Object("""{"name":"Readers","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[]}]}""");
        for (var i = 0; i < elements.Length; i++)
        {
            var edit = $$"""
                add /pages/0/elements {"id":"e{{i}}","kind":"table","name":"E{{i}}","columns":[],
                  "source":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}","elementId":"{{elements[i]}}"} }
                """;
            SampleModel.Changed(root, [edit]);
        }

        return SpecDocument.From(root, "the readers");
    }
}
