using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

/// <summary>A snapshot puts the whole content of an organization back, and its text shows each change.</summary>
public sealed class OrganizationSnapshotTests : SandboxTest
{
    private const string Workbook = """
        {"id":"99999999-1111-4111-8111-111111111111","name":"Board","pages":[{"id":"p","name":"P","elements":[]}]}
        """;

    private const string Model = """{"name":"New","schemaVersion":1,"pages":[]}""";

    // They belong to the session or to no content, and a snapshot leaves them.
    private static readonly string[] Kept = ["SandboxOptions", "TokenStore", "SignInStore", "Lock"];

    private string Document { get; set; } = "";

    private string Text => OrganizationText.Of(Organization);

    private protected override void Arrange()
    {
        Document = Organization.AddWorkbook(Workbook);
        Organization.TagDocument(Document, "Final");
        Organization.GetDocument(Document).Refuse(403, "forbidden");
        Organization.AddTag(PlugsOrders, "Production");
        Organization.AddUnreadableFile();
    }

    [Fact]
    public void Every_kind_of_change_shows_in_the_text_and_goes_when_the_snapshot_is_put_back()
    {
        Action[] changes =
        [
            () => Organization.AddModel(Model),
            () => Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Other"),
            () => Organization.AddUnrepresentedElement(PlugsOrders, "By hand"),
            () => Organization.Archive(PlugsOrders),
            () => Organization.AddTag(PlugsOrders, "Other"),
            () => Organization.GetModel(PlugsOrders).Badge = "Endorsed",
            () => Organization.AddSchedule(PlugsOrders, "Other"),
            () => Organization.Share(PlugsOrders, Organization.Colleague.Id, null, "edit"),
            () => Organization.AddFolder("Retail/Other"),
            () => Organization.Folders[^1].Name = "Other",
            () => Organization.AddUnreadableFile(),
            () => Organization.AddConnection("33333333-aaaa-4333-8333-333333333333", "Other", "snowflake"),
            () => Organization.Connections[0].IsArchived = true,
            () => Organization.AddTable(Organization.Connections[0].Id, ["A", "B"], "C"),
            () => Organization.Replace(Organization.Colleague with { FirstName = "Other" }),
            () => Organization.AddReport(Workbook.Replace("9999", "8888", StringComparison.Ordinal)),
            () => Organization.EditDocument(Document, pages => pages.Add(new JsonObject { ["id"] = "q" })),
            () => Organization.TagDocument(Document, "Other"),
            () => Organization.GetDocument(Document).Allow(),
            () => Organization.GetDocument(Document).IsArchived = true,
        ];
        OrganizationSnapshot snapshot = new(Organization);
        string before = Text;
        foreach (Action change in changes)
        {
            change();
            Assert.NotEqual(before, Text);
            snapshot.PutBack();
            Assert.Equal(before, Text);
        }
    }

    [Fact]
    public void Every_field_of_the_content_has_its_value_again_after_it_was_replaced()
    {
        OrganizationSnapshot snapshot = new(Organization);
        object[] holders =
        [
            Organization, Live, Organization.GetDocument(Document), Organization.Folders[0], Organization.Connections[0],
        ];
        (object Holder, FieldInfo Field, object? Value)[] all =
        [
            .. holders.SelectMany(holder => holder.GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Select(field => (holder, field, Copy(field.GetValue(holder))))),
        ];
        Assert.All(all, one => Assert.True(Replace(one.Holder, one.Field), $"{one.Field.DeclaringType}: {one.Field}"));
        snapshot.PutBack();
        Assert.All(all, one => Assert.Equal(one.Value, Copy(one.Field.GetValue(one.Holder))));
    }

    [Fact]
    public void Organization_gives_the_same_new_IDs_again_when_its_content_is_put_back()
    {
        OrganizationSnapshot snapshot = new(Organization);
        string first = Organization.AddModel(Model);
        string second = Organization.AddModel(Model);
        Assert.NotEqual(first, second);
        snapshot.PutBack();
        Assert.Equal([first, second], new[] { Organization.AddModel(Model), Organization.AddModel(Model) });
        snapshot.PutBack();
        Run("Get-SigmaDataModel").MustSucceed();
    }

    private static object? Copy(object? value) => value switch
    {
        IDictionary map => map.Keys.Cast<object>().Select(key => (key, map[key])).ToArray(),
        IList list => list.Cast<object>().ToArray(),
        _ => value,
    };

    // False for a field that a snapshot would not put back.
    private static bool Replace(object holder, FieldInfo field)
    {
        switch (field.GetValue(holder))
        {
            case IDictionary map:
                map.Clear();
                return true;
            case IList list:
                list.Clear();
                return true;
            case { } value when field.IsInitOnly:
                return value is string or Enum or bool or DateTimeOffset || Kept.Contains(value.GetType().Name);
            default:
                field.SetValue(holder, field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
                return true;
        }
    }
}
