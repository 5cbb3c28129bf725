using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class WriteGuardsTests
{
    [Theory]
    [InlineData("remove /pages/1", "1 page removed (\"Dimensions\"); 1 element removed (\"CUSTOMERS\")")]
    [InlineData("remove /pages/1/elements/0", "1 element removed (\"CUSTOMERS\")")]
    [InlineData("remove /pages/0/elements/1", "1 control removed (\"Least\")")]
    [InlineData("remove $orders/columns/4", "1 column removed (\"Cost\")")]
    [InlineData("set $orders/columns []", "6 columns removed")]
    [InlineData("remove $orders/metrics", "1 metric removed (\"Net Total\")")]
    [InlineData("remove $orders/relationships", "1 relationship removed (\"Customer\")")]
    [InlineData("remove $orders/filters", "1 filter removed")]
    [InlineData("remove $orders/columnSecurities", "1 security removed")]
    public void Loss_is_refused_unless_it_is_allowed(string edit, string says)
    {
        var (edited, changes) = Edited(edit);
        var fault = WriteGuards.Removal(new SpecWriteRequest(SampleModel.Id, edited), "Shop", changes, [])!;
        Assert.Equal((ErrorCode.RemovalNotAllowed, "AllowRemoval", SampleModel.Id), (fault.Kind, fault.Switch, fault.Target));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        var allowed = new SpecWriteRequest(SampleModel.Id, edited) { Protections = new() { AllowRemoval = true } };
        Assert.Null(WriteGuards.Removal(allowed, "Shop", changes, []));
    }

    [Theory]
    [InlineData("set $orders/columns []", "6 columns removed")]
    [InlineData("remove $orders/metrics", "1 metric removed (\"Net Total\")")]
    [InlineData("remove $orders/columns/4", "1 column removed (\"Cost\")")]
    public void So_is_what_an_element_of_a_kind_that_nobody_knows_would_lose(string edit, string says)
    {
        const string kind = "set $orders/kind \"pivot-table\"";
        var edited = SampleModel.With(kind, edit);
        var changes = SpecDiff.Compare(SampleModel.With(kind), edited).Changes;
        Assert.Contains(
            says,
            WriteGuards.Removal(new SpecWriteRequest(SampleModel.Id, edited), "Shop", changes, [])!.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove $orders/groupings")]
    [InlineData("remove $orders/folders")]
    [InlineData("remove $orders/source")]
    [InlineData("""add $orders/columns {"id":"x","formula":"1"}""")]
    [InlineData("set $orders/columns/5/formula \"1\"")]
    [InlineData("swap $orders/columns 0 1")]
    public void Layout_and_changes_of_an_element_of_an_unknown_kind_are_not_a_loss(string edit)
    {
        const string kind = "set $orders/kind \"pivot-table\"";
        var edited = SampleModel.With(kind, edit);
        var changes = SpecDiff.Compare(SampleModel.With(kind), edited).Changes;
        Assert.NotEmpty(changes);
        Assert.Null(WriteGuards.Removal(new SpecWriteRequest(SampleModel.Id, edited), "Shop", changes, []));
    }

    [Fact]
    public void Target_of_a_control_is_not_an_item_that_others_lose()
    {
        var (edited, changes) = Edited("set /pages/0/elements/1/filters []");
        Assert.Equal("filters", Assert.Single(changes).Property);
        Assert.Null(WriteGuards.Removal(new SpecWriteRequest(SampleModel.Id, edited), "Shop", changes, []));
    }

    [Fact]
    public void IDs_that_the_service_renewed_since_are_not_a_loss()
    {
        var live = SampleModel.With(
            "set $orders/columns/3/id \"n\"",
            "set $orders/filters/0/id \"nf\"",
            "set $orders/filters/0/columnId \"n\"",
            "set $orders/folders/0/items/0 \"n\"",
            "set /pages/0/elements/1/filters/0/columnId \"n\"");
        var edited = SampleModel.With("set $orders/description \"x\"");
        var changes = SpecDiff.Compare(live, edited).Changes;
        Assert.Equal("description", Assert.Single(changes).Property);
        Assert.Null(WriteGuards.Removal(new SpecWriteRequest(SampleModel.Id, edited), "Shop", changes, []));
    }

    [Theory]
    [InlineData("remove $orders/sort")]
    [InlineData("remove $orders/folders")]
    [InlineData("remove $orders/groupings")]
    [InlineData("set $orders/name \"Sales\"")]
    [InlineData("set $orders/columns/5/formula \"1\"")]
    [InlineData("""add $orders/columns {"id":"x","formula":"1"}""")]
    public void Layout_and_changes_are_not_a_loss(string edit)
    {
        var (edited, changes) = Edited(edit);
        Assert.NotEmpty(changes);
        Assert.Null(WriteGuards.Removal(new SpecWriteRequest(SampleModel.Id, edited), "Shop", changes, []));
    }

    [Fact]
    public void Model_with_elements_that_a_spec_cannot_represent_is_not_replaced_by_accident()
    {
        var elements = new[]
        {
            new ElementEntry { ElementId = "orders", Name = "Orders" },
            new ElementEntry { ElementId = "pic", Name = "Logo", Type = "image" },
            new ElementEntry { ElementId = "csv" },
        };
        var fault = WriteGuards.Unrepresented(
            new SpecWriteRequest(SampleModel.Id, SampleModel.Document()),
            SampleModel.Document(),
            elements)!;
        Assert.Equal((ErrorCode.UnrepresentedContent, "AllowUnrepresented"), (fault.Kind, fault.Switch));
        Assert.Contains(
            "contains 2 elements that a spec cannot represent: \"Logo\" (image), \"csv\".",
            fault.Message,
            StringComparison.Ordinal);
        Assert.Null(
            WriteGuards.Unrepresented(
                new SpecWriteRequest(SampleModel.Id, SampleModel.Document()) { Protections = new() { AllowUnrepresented = true } },
                SampleModel.Document(),
                elements));
        Assert.Null(
            WriteGuards.Unrepresented(
                new SpecWriteRequest(SampleModel.Id, SampleModel.Document()),
                SampleModel.Document(),
                elements.Take(1)));
    }

    [Theory]
    [InlineData("""{"id":"x"}""", "is a list in the live model, but of type object in this spec")]
    [InlineData("\"x\"", "string in this spec")]
    [InlineData("null", "null in this spec")]
    public void List_that_lost_its_brackets_in_an_unknown_field_is_refused(string value, string says)
    {
        var live = SampleModel.With("set $orders/future [{\"id\":\"x\"}]");
        var edited = SampleModel.With("set $orders/future " + value);
        var fault = WriteGuards.LostList(new SpecWriteRequest(SampleModel.Id, edited), SpecDiff.Compare(live, edited).Changes)!;
        Assert.Equal((ErrorCode.InvalidSpec, null), (fault.Kind, fault.Switch));
        Assert.Contains(
            $"'future' of element \"Facts / Orders\" {(says.StartsWith("is", StringComparison.Ordinal) ? says : "")}".TrimEnd(),
            fault.Message,
            StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":{\"b\":[1]}}", "{\"a\":{\"b\":1}}", "'future/a/b'")]
    [InlineData("[{\"b\":[1]}]", "[{\"b\":1}]", "'future/0/b'")]
    public void So_is_one_deep_in_an_unknown_field(string was, string now, string says)
    {
        var live = SampleModel.With("set $orders/future " + was);
        var edited = SampleModel.With("set $orders/future " + now);
        var fault = WriteGuards.LostList(new SpecWriteRequest(SampleModel.Id, edited), SpecDiff.Compare(live, edited).Changes)!;
        Assert.Contains(
            says + " of element \"Facts / Orders\" is a list in the live model, but of type number in this spec",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]", "[2]")]
    [InlineData("{\"a\":[1]}", "{\"a\":[2]}")]
    [InlineData("{\"a\":1}", "{\"a\":2}")]
    [InlineData("[{\"a\":1}]", "[{\"a\":2}]")]
    public void Nor_is_another_value_in_an_unknown_field(string was, string now)
    {
        var edited = SampleModel.With("set $orders/future " + now);
        var changes = SpecDiff.Compare(SampleModel.With("set $orders/future " + was), edited).Changes;
        Assert.NotEmpty(changes);
        Assert.Null(WriteGuards.LostList(new SpecWriteRequest(SampleModel.Id, edited), changes));
    }

    [Fact]
    public void Live_IDs_that_the_spec_replaces_are_refused_with_both_IDs()
    {
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.Document());
        var fault = WriteGuards.Removal(request, "Shop", [], [new("old", "new")])!;
        Assert.Equal((ErrorCode.RemovalNotAllowed, "AllowRemoval"), (fault.Kind, fault.Switch));
        Assert.Contains("1 ID replaced ('old' by 'new')", fault.Message, StringComparison.Ordinal);
        Assert.Null(WriteGuards.Removal(request, "Shop", [], []));
    }

    [Theory]
    [InlineData(5, "5 IDs replaced", "'old 5' by 'new 5')")]
    [InlineData(6, "6 IDs replaced", "'old 5' by 'new 5', …)")]
    public void Five_replaced_IDs_are_named_and_more_are_hinted_at(int count, string counted, string last)
    {
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.Document());
        KeyValuePair<string, string>[] ids = [.. Enumerable.Range(1, count).Select(i => KeyValuePair.Create($"old {i}", $"new {i}"))];
        var fault = WriteGuards.Removal(request, "Shop", [], ids)!;
        Assert.Contains(counted, fault.Message, StringComparison.Ordinal);
        Assert.Contains(last, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "set $orders/name \"Sales\"", """add $orders/columns {"id":"x","formula":"1"}""")]
    [InlineData(false, "set $orders/name \"Sales\"", """add $orders/groupings {"id":"g2","groupBy":["c-id"]}""")]
    public void Change_adds_when_one_part_of_it_adds_an_item_that_others_can_lose(bool expected, params string[] edits) =>
        Assert.Equal(expected, WriteGuards.Adds(SpecDiff.Compare(SampleModel.Document(), SampleModel.With(edits)).Changes));

    [Fact]
    public void One_element_that_no_spec_shows_is_counted_as_one()
    {
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.Document());
        var fault = WriteGuards.Unrepresented(request, SampleModel.Document(), [new ElementEntry { ElementId = "pic" }])!;
        Assert.Contains("contains 1 element that", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_is_another_kind_of_thing_in_the_same_field()
    {
        var live = SampleModel.With("set $orders/future {\"kind\":\"list\",\"value\":[1]}");
        var edited = SampleModel.With("set $orders/future {\"kind\":\"text\",\"value\":1}");
        Assert.Null(WriteGuards.LostList(new SpecWriteRequest(SampleModel.Id, edited), SpecDiff.Compare(live, edited).Changes));
    }

    [Theory]
    [InlineData("remove $orders/future")]
    [InlineData("set $orders/future []")]
    [InlineData("set $orders/name \"Sales\"")]
    public void List_that_went_or_stayed_a_list_is_not_refused(string edit)
    {
        const string list = "set $orders/future [1]";
        var edited = SampleModel.With(list, edit);
        Assert.Null(
            WriteGuards.LostList(new SpecWriteRequest(SampleModel.Id, edited), SpecDiff.Compare(SampleModel.With(list), edited).Changes));
    }

    private static (SpecDocument Edited, IReadOnlyList<SpecChange> Changes) Edited(string edit)
    {
        var edited = SampleModel.With(edit);
        return (edited, SpecDiff.Compare(SampleModel.Document(), edited).Changes);
    }
}
