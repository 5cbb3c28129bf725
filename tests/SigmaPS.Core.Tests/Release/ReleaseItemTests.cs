using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The texts of a model of a plan: its action, its rehearsal, its consumers, and no hidden value.</summary>
public sealed class ReleaseItemTests
{
    private static readonly SigmaEngineException Earlier = new(ErrorCode.BreaksConsumers, "Earlier.");
    private static readonly SigmaEngineException Later = new(ErrorCode.InvalidSpec, "Later.");

    [Theory]
    [InlineData(ReleaseAction.Create, true)]
    [InlineData(ReleaseAction.Update, true)]
    [InlineData(ReleaseAction.Conflict, true)]
    [InlineData(ReleaseAction.Unchanged, false)]
    [InlineData(ReleaseAction.Orphan, false)]
    [InlineData(ReleaseAction.Skipped, false)]
    public void Publish_writes_new_and_different_models(ReleaseAction action, bool writes) =>
        Assert.Equal(writes, new ReleaseItem("Shop", action).Writes);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Results_of_a_rehearsal_come_after_those_of_the_plan(bool isRefused)
    {
        var (first, second) = (Issue("a"), Issue("b"));
        var item = Item();
        item.Issues = [first];
        item.AddRehearsal([second], isRefused ? Later : null);
        Assert.Equal([first, second], item.Issues);
        Assert.Equal(isRefused ? [Earlier, Later] : [Earlier], item.Refusals);
        Assert.Equal(isRefused, item.HasFailedRehearsal);
    }

    [Fact]
    public void Consumers_of_a_model_are_notes_and_refusals_after_the_earlier_ones()
    {
        var item = Item();
        item.Notes = ["First."];
        var impact = new ConsumerImpact
        {
            Consumers =
            [
                new() { ConsumerKind = ConsumerKind.Workbook, ConsumerId = "w", ConsumerName = "Sales" },
                new()
                {
                    ConsumerKind = ConsumerKind.Report, ConsumerId = "r", ConsumerName = "Costs", Certainty = UsageCertainty.Possible,
                },
            ],
        };
        item.Add(impact, [Later]);
        Assert.Same(impact, item.Impact);
        Assert.Equal([Earlier, Later], item.Refusals);
        Assert.Equal(["First.", "Breaks Workbook \"Sales\" (w)", .. ConsumerErrors.Warnings(impact)], item.Notes);
        Assert.Equal(3, item.Notes.Count);
    }

    [Fact]
    public void Hidden_value_is_in_no_text_of_the_item()
    {
        var item = Item();
        item.Changes = [Change()];
        item.Drift = [Change()];
        item.Issues = [Issue("is acme-key")];
        item.Refusals = [new(ErrorCode.InvalidSpec, "No acme-key.")];
        item.Notes = ["From acme-key."];
        item.Hide(HiddenValues.None);
        Assert.Equal(["From acme-key."], item.Notes);
        item.Hide(new HiddenValues([VariableValue.Read("${env:KEY}", _ => "acme-key", Assert.Fail)], null));
        IEnumerable<string?> texts =
        [
            Name(item.Changes), Name(item.Drift), item.Issues.Single().Message, item.Refusals.Single().Message, item.Notes.Single(),
        ];
        Assert.Equal(["${env:KEY}", "${env:KEY}", "is ${env:KEY}", "No ${env:KEY}.", "From ${env:KEY}."], texts);

        static string? Name(IReadOnlyList<SpecChange> changes) => changes.Single().Names.Single();
        static SpecChange Change() => new(ChangeKind.Changed, "element", ["acme-key"], "/pages/0") { New = new JsonString("x") };
    }

    [Theory]
    [InlineData(1, "1 error", 1, "")]
    [InlineData(2, "2 errors", 2, "")]
    [InlineData(10, "10 errors", 10, "")]
    [InlineData(12, "12 errors", 10, " And 2 more.")]
    public void Failed_rehearsal_names_ten_errors_and_counts_the_others(int errors, string count, int named, string more)
    {
        var issues = Enumerable.Range(0, errors).Select(number => Issue($"n{number:00}.")).ToList();
        var fault = RehearsalErrors.InPlan(Item("1"), issues);
        var names = string.Join(" ", issues.Take(named).Select(issue => issue.Message));
        Assert.Contains($" found {count}: {names}{more} Fix", fault.Message, System.StringComparison.Ordinal);
        Assert.EndsWith("-AllowIssue rehearsal-error.", fault.Message, System.StringComparison.Ordinal);
        Assert.Equal((ErrorCode.InvalidSpec, "1", "SkipValidation"), (fault.Kind, fault.Target, fault.Switch));
        Assert.Equal(issues, fault.Issues);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("", "Shop")]
    public void Failed_rehearsal_of_a_new_model_concerns_its_name(string id, string target)
    {
        Assert.Equal(target, RehearsalErrors.InPlan(Item(id), [Issue("No.")]).Target);
        var fault = RehearsalErrors.InPublish(Item(id));
        Assert.Equal((ErrorCode.InvalidSpec, target, "SkipValidation"), (fault.Kind, fault.Target, fault.Switch));
    }

    private static SpecIssue Issue(string message) => new("rehearsal-error", IssueSeverity.Error, message);

    private static ReleaseItem Item(string id = "1") =>
        new("Shop", ReleaseAction.Update) { DataModelId = id, Refusals = [Earlier] };
}
