using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class SpecDiffSymmetryTests
{
    // In an order in which any choice of them can be applied one after the other.
    private static readonly string[] Edits =
    [
        "set /pages/0/id \"n\"",
        "set /pages/1/name \"Lookups\"",
        "set $orders/id \"fresh\"",
        "set $orders/name \"Sales\"",
        "set $orders/description \"All\"",
        "swap $orders/order 0 1",
        "swap $orders/sort 0 1",
        "swap $orders/columns 0 5",
        "set $orders/columns/1/id \"other\"",
        "set $orders/columns/2/name \"Buyer\"",
        "set $orders/columns/3/formula \"[ORDERS/Total]\"",
        "remove $orders/columns/4",
        "remove $orders/metrics/0",
        "remove $orders/filters",
        "remove $orders/folders/0",
        """add $orders/columns {"id":"x","formula":"1","name":"One"}""",
        """add $orders/metrics {"id":"y","formula":"1","name":"Two"}""",
        """add $orders/relationships {"id":"z","targetElementId":"customers","keys":[]}""",
        "remove /pages/0/elements/1",
        """add /pages/1/elements {"id":"k","kind":"control","controlId":"Day","controlType":"date"}""",
        """add /pages {"id":"p3","name":"More","elements":[]}""",
        "swap /pages 0 1",
    ];

    public static Arbitrary<string[]> SomeEdits() =>
        Gen.SubListOf(Edits).Select(chosen => Edits.Where(chosen.Contains).ToArray()).ToArbitrary();

    [Property(Arbitrary = [typeof(SpecDiffSymmetryTests)])]
    public bool Reversed_comparison_swaps_added_and_removed_and_new_and_old(string[] ours, string[] theirs)
    {
        var (a, b) = (SampleModel.With(ours), SampleModel.With(theirs));
        return Told(SpecDiff.Compare(a, b), backwards: false).SequenceEqual(Told(SpecDiff.Compare(b, a), backwards: true));
    }

    [Property(Arbitrary = [typeof(SpecDiffSymmetryTests)])]
    public bool Document_never_differs_from_itself(string[] edits) =>
        SpecDiff.Compare(SampleModel.With(edits), SampleModel.With(edits)).Changes.Count == 0;

    [Property(Arbitrary = [typeof(SpecDiffSymmetryTests)])]
    public bool No_change_is_reported_twice(string[] ours, string[] theirs) =>
        SpecDiff
            .Compare(SampleModel.With(ours), SampleModel.With(theirs))
            .Changes.GroupBy(change => (change.Change is ChangeKind.Removed, change.Pointer, change.Property))
            .All(group => group.Count() == 1);

    private static string[] Told(SpecComparison comparison, bool backwards) =>
        comparison
            .Changes.Select(change =>
                string.Join(
                    " ",
                    Turned(change.Change, backwards),
                    change.Kind,
                    change.Property,
                    Value(backwards ? change.New : change.Old),
                    Value(backwards ? change.Old : change.New)))
            .Order(System.StringComparer.Ordinal)
            .ToArray();

    private static ChangeKind Turned(ChangeKind change, bool backwards) => !backwards ? change : change switch
    {
        ChangeKind.Added => ChangeKind.Removed,
        ChangeKind.Removed => ChangeKind.Added,
        _ => change,
    };

    private static string Value(JsonValue? value) => value is null ? "-" : Trees.Compact(value);
}
