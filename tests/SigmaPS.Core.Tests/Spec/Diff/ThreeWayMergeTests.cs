using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;
using JsonNode = System.Text.Json.Nodes.JsonNode;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace SigmaPS.Core.Tests.Spec.Diff;

/// <summary>
/// undo(a) after b is b on the base, wherever a and b touch different things; otherwise it is a conflict and never a guess.
/// </summary>
public sealed class ThreeWayMergeTests
{
    public static Arbitrary<ThingEdit[]> SomeEdits() =>
        Gen.Shuffle(ThingEdit.All.ToArray()).Select(edits => Apart([.. edits.Take(6)])).ToArbitrary();

    [Property(Arbitrary = [typeof(ThreeWayMergeTests)], MaxTest = 400)]
    public void Undo_of_a_after_b_is_b_on_the_base_when_they_touch_different_things(ThingEdit[] a, ThingEdit[] all)
    {
        ThingEdit[] b = [.. all.Where(edit => !a.Any(edit.Meets))];
        JsonObject basis = ThingEdit.Sample();
        JsonObject after = ThingEdit.After(basis, a);
        MergeResult merged = ThreeWayMerge.Merge(
            ThingEdit.Document(after),
            ThingEdit.Document(basis),
            ThingEdit.Document(ThingEdit.After(after, b)));
        Assert.Empty(merged.Conflicts);
        SpecDocument expected = ThingEdit.Document(ThingEdit.After(basis, b));
        Assert.Empty(Lines(expected, merged.Document!));
    }

    [Property(Arbitrary = [typeof(ThreeWayMergeTests)], MaxTest = 200)]
    public void Undo_of_a_after_b_is_b_on_the_base_when_IDs_are_renewed_at_each_save(ThingEdit[] a, ThingEdit[] all, bool elements)
    {
        ThingEdit[] first = [.. a.Where(edit => !edit.ChangesIdentity)];
        ThingEdit[] b = [.. all.Where(edit => !edit.ChangesIdentity && !first.Any(edit.Meets))];
        JsonObject basis = ThingEdit.Sample();
        JsonObject after = ThingEdit.Renewed(ThingEdit.After(basis, first), "~1", elements);
        JsonObject live = ThingEdit.Renewed(ThingEdit.After(after, b), "~2", elements);
        MergeResult merged = ThreeWayMerge.Merge(ThingEdit.Document(after), ThingEdit.Document(basis), ThingEdit.Document(live));
        Assert.Empty(merged.Conflicts);
        Assert.Empty(Lines(ThingEdit.Document(ThingEdit.After(basis, b)), merged.Document!));

        // An item that still exists has its live ID, because consumers refer to it.
        HashSet<string> ids = [.. ThingEdit.Document(live).Elements.Select(ElementIds.Id)];
        Assert.All(merged.Document!.Elements.Select(ElementIds.Id), id =>
            Assert.True(ids.Contains(id) || !id.Contains('~') || id.EndsWith("~1", System.StringComparison.Ordinal) || id is "ctl"));
    }

    [Fact]
    public void Column_that_no_order_lists_stays_unlisted()
    {
        // One side puts a column into a folder; the other takes away the grouping that had it, and adds a column.
        ThingEdit[] a = [.. ThingEdit.All.Where(edit => edit.Thing == "orders/fold/items/c-date")];
        ThingEdit[] b = [.. ThingEdit.All.Where(edit => edit.Thing is "orders/g1" or "orders/n1").DistinctBy(edit => edit.Thing)];
        JsonObject basis = ThingEdit.Sample();
        JsonObject after = ThingEdit.After(basis, a);
        MergeResult merged = ThreeWayMerge.Merge(
            ThingEdit.Document(after),
            ThingEdit.Document(basis),
            ThingEdit.Document(ThingEdit.After(after, b)));
        Assert.Empty(Lines(ThingEdit.Document(ThingEdit.After(basis, b)), merged.Document!));
    }

    [Fact]
    public void Two_different_edits_of_one_thing_are_a_conflict_that_shows_all_three()
    {
        int met = 0;
        foreach (ThingEdit a in ThingEdit.All)
        {
            foreach (ThingEdit b in ThingEdit.All.Where(b => b != a && b.Meets(a)))
            {
                JsonObject basis = ThingEdit.Sample();
                JsonObject after = ThingEdit.After(basis, [a]);
                JsonObject live = ThingEdit.After(after, [b]);
                if (live.ToJsonString() == after.ToJsonString() || a.Thing.EndsWith("/n1", System.StringComparison.Ordinal))
                {
                    // b had nothing left to do.
                    continue;
                }

                MergeResult merged = ThreeWayMerge.Merge(ThingEdit.Document(after), ThingEdit.Document(basis), ThingEdit.Document(live));
                if (live.ToJsonString() == basis.ToJsonString())
                {
                    Assert.Empty(merged.Conflicts);
                    continue;
                }

                if (merged.Document is { } document)
                {
                    Assert.Fail($"{a} {b}: {string.Join("; ", Lines(ThingEdit.Document(live), document))}");
                }

                MergeConflict conflict = merged.Conflicts[0];
                Assert.False(JsonTree.Same(conflict.Base, conflict.Other), $"{a} {b}");
                Assert.False(JsonTree.Same(conflict.Base, conflict.Live), $"{a} {b}");
                Assert.False(JsonTree.Same(conflict.Other, conflict.Live), $"{a} {b}");
                met++;
            }
        }

        Assert.InRange(met, 10, int.MaxValue);
    }

    [Property(Arbitrary = [typeof(ThreeWayMergeTests)], MaxTest = 100)]
    public void Undo_of_an_undo_gives_the_last_document(ThingEdit[] a, ThingEdit[] all)
    {
        ThingEdit[] b = [.. all.Where(edit => !a.Any(edit.Meets))];
        JsonObject basis = ThingEdit.Sample();
        JsonObject after = ThingEdit.After(basis, a);
        SpecDocument live = ThingEdit.Document(ThingEdit.After(after, b));
        SpecDocument undone = ThreeWayMerge.Merge(ThingEdit.Document(after), ThingEdit.Document(basis), live).Document!;
        SpecDocument again = ThreeWayMerge.Merge(undone, live, undone).Document!;
        Assert.True(JsonTree.Same(live.Pages, again.Pages));
    }

    [Fact]
    public void Change_that_is_undone_already_is_not_a_conflict()
    {
        SpecDocument after = SampleModel.With("set $orders/columns/3/formula \"[ORDERS/Total]\"");
        MergeResult merged = ThreeWayMerge.Merge(after, SampleModel.Document(), SampleModel.With("set $orders/description \"All\""));
        Assert.Empty(merged.Conflicts);
        Assert.Equal(
            "[ORDERS/Amount]",
            merged
                .Document!.Elements.First()
                .Array("columns")!
                .OfType<Core.Spec.Json.JsonObject>()
                .Single(column => column.Text("id") == "c-amount")
                .Text("formula"));
    }

    [Fact]
    public void Name_that_another_column_has_now_is_a_conflict()
    {
        SpecDocument after = SampleModel.With("set $orders/columns/3/name \"Turnover\"");
        SpecDocument live = SampleModel.Edited(
            SampleModel.With("set $orders/columns/3/name \"Turnover\""),
            """add $orders/columns {"id":"new","formula":"1","name":"Amount"}""");
        MergeConflict conflict = Assert.Single(ThreeWayMerge.Merge(after, SampleModel.Document(), live).Conflicts);
        Assert.Equal("Amount", conflict.Names[^1]);
        Assert.NotNull(conflict.Note);
    }

    [Fact]
    public void Element_that_was_changed_since_it_was_added_is_not_removed()
    {
        SpecDocument after = SampleModel.With(
            """add /pages/1/elements {"id":"e","kind":"table","source":{"kind":"sql","connectionId":"c","statement":"select 1"},"columns":[],"name":"New"}"""
        );
        SpecDocument live = SampleModel.Edited(
            ThingEdit.Document(JsonNode.Parse(after.ToText())!.AsObject()),
            "set /pages/1/elements/1/description \"Kept\"");
        MergeConflict conflict = Assert.Single(ThreeWayMerge.Merge(after, SampleModel.Document(), live).Conflicts);
        Assert.Equal(("element", "New", (string?)null), (conflict.Kind, conflict.Names[^1], conflict.Property));
        Assert.Null(conflict.Other);
    }

    private static ThingEdit[] Apart(IReadOnlyList<ThingEdit> edits) =>
        [.. edits.Where((edit, i) => !edits.Take(i).Any(edit.Meets))];

    private static string[] Lines(SpecDocument old, SpecDocument now) =>
        [.. SpecDiff.Compare(old, now).Changes.Select(ChangeFormatter.Line)];
}
