using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Name and description are set only if the edit changed them, and never over the change of another person.</summary>
public sealed class NameConflictCheckTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("name \"Shop\"", "description \"Of a colleague\"", null, null)]
    [InlineData("name \"Shop\"", "name \"Market\"", null, null)]
    [InlineData("name \"Store\"", null, "Store", null)]
    [InlineData("description \"Mine\"", "description \"Of a colleague\"", null, "Mine")]
    [InlineData("description \"Mine\"", "description \"Mine\"", null, null)]
    [InlineData("description \"\"", null, null, "")]
    public void Only_a_value_that_the_edit_changed_is_set(string? edit, string? colleague, string? name, string? description) =>
        Assert.Equal((name, description), NameConflictCheck.GetDesiredNames(Remembered(edit), Edited(colleague)));

    [Theory]
    [InlineData("name", "5", "a number")]
    [InlineData("name", "\" \"", "blank")]
    [InlineData("name", "{}", "an object")]
    [InlineData("description", "[]", "an array")]
    public void Value_that_is_not_a_name_is_refused_only_in_an_object_that_was_read(string key, string value, string problem)
    {
        var request = Remembered($"{key} {value}");
        var fault = Assert.Throws<SigmaEngineException>(() => NameConflictCheck.GetDesiredNames(request, SampleModel.Document()));
        Assert.Equal((ErrorCode.InvalidSpec, SampleModel.Id), (fault.Kind, fault.Target));
        Assert.Contains($"'{key}' is {problem}", fault.Message, StringComparison.Ordinal);
        Assert.Equal((null, null), NameConflictCheck.GetDesiredNames(request with { Origin = null }, SampleModel.Document()));
    }

    [Fact]
    public void Desired_names_of_a_text_count_and_not_those_inside_of_it()
    {
        var request = Remembered("name \"Inside\"") with { Origin = null, DesiredName = "Store", DesiredDescription = "D" };
        Assert.Equal(("Store", "D"), NameConflictCheck.GetDesiredNames(request, SampleModel.Document()));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Name_that_another_person_changed_is_a_conflict_unless_it_is_ignored(bool ignores, bool isRestore, bool isConflict)
    {
        var request = Remembered("name \"Store\"") with
        {
            BaseIsLive = isRestore,
            Protections = new() { IgnoreConflict = ignores },
        };
        var fault = NameConflictCheck.Check(new SpecWritePlan(request, Edited("name \"Market\""), "") { NewName = "Store" });
        Assert.Equal(isConflict ? (ErrorCode.SpecConflict, SampleModel.Id) : default, (fault?.Kind ?? default, fault?.Target));
        Assert.Equal(isConflict, fault?.Message.Contains("the live name is \"Market\"", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(true, "since that run", "Check it")]
    [InlineData(false, "since it was read", "repeat your edit")]
    public void Conflict_of_a_name_gives_its_time_and_the_next_step(bool isUndo, string since, string next)
    {
        var request = isUndo ? Undo("Shop", "D") with { ResultingNames = new("Store", "D") } : Remembered("name \"Store\"");
        var plan = new SpecWritePlan(request, Edited("name \"Market\""), "") { NewName = isUndo ? "Shop" : "Store" };
        var fault = NameConflictCheck.Check(plan)!;
        Assert.Contains(since, fault.Message, StringComparison.Ordinal);
        Assert.Contains(next, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("description is", fault.Message, StringComparison.Ordinal);
        Assert.Null(NameConflictCheck.Check(plan with { NewName = null }));
    }

    [Theory]
    [InlineData("name \"Market\"", "Shop", "Old", "the live name is \"Market\"")]
    [InlineData("description \"Theirs\"", "Old", "What the shop sells", "the live description is \"Theirs\"")]
    [InlineData("description \"\"", "Old", "What the shop sells", "the live description is empty")]
    [InlineData("name \"Market\"", "Old", "Old", null)]
    [InlineData("description \"Theirs\"", "Shop", "Old", null)]
    [InlineData(null, "Shop", "What the shop sells", null)]
    public void Undo_keeps_a_value_that_another_person_changed_and_the_run_did_not(
        string? colleague, string name, string description, string? token)
    {
        var kept = NameConflictCheck.RetainedNames(new SpecWritePlan(Undo(name, description), Edited(colleague), ""));
        Assert.Equal(token is null, kept is null);
        Assert.Contains(token ?? "", kept ?? "", StringComparison.Ordinal);
        Assert.Null(NameConflictCheck.RetainedNames(new SpecWritePlan(Remembered(null), Edited(colleague), "")));
    }

    [Theory]
    [InlineData("Store", null, true)]
    [InlineData(null, "D", true)]
    [InlineData("Store", "D", true)]
    [InlineData(null, null, false)]
    public void Write_renames_when_it_sets_a_name_or_a_description(string? name, string? description, bool renames) =>
        Assert.Equal(
            renames,
            new SpecWritePlan(Remembered(null), SampleModel.Document(), "") { NewName = name, NewDescription = description }.Renames);

    private static SpecDocument Edited(string? edit) => edit is null ? SampleModel.Document() : SampleModel.With("set /" + edit);

    // The run left the names of the sample model, and its undo wants others.
    private static SpecWriteRequest Undo(string name, string description) => new(SampleModel.Id, SampleModel.Document())
    {
        DesiredName = name,
        DesiredDescription = description,
        ResultingNames = new("Shop", "What the shop sells"),
    };

    private static SpecWriteRequest Remembered(string? edit) => new(SampleModel.Id, Edited(edit))
    {
        Organization = "org",
        Origin = new SpecProvenance(SampleModel.Id, 4, SampleModel.Text, "org") { Name = "Shop", Description = "What the shop sells" },
    };
}
