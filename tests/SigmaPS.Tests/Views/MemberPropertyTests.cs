using System;
using System.Linq;
using System.Xml.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>Each type with the ID of a member has a list view of all its properties, which shows the member by name and ID.</summary>
public sealed class MemberPropertyTests : IDisposable
{
    private static readonly string[] Ids = ["UpdatedBy", "CreatedBy", "OwnerId", "UserId"];
    private static readonly string[] Names = ["ChangedBy", "Owner", "LastName"];

    private readonly Shell _shell = Shell.Borrow();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void List_of_every_type_with_a_member_shows_all_properties_and_the_members_by_name()
    {
        Type[] types = [.. SampleObject.TypeOf(_shell, "SigmaPS.DataModel").Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "SigmaPS" && MemberIds(type).Length > 0)];
        Assert.True(types.Length > 5);
        foreach (Type type in types)
        {
            XElement view = ViewOf(type.FullName!);
            string[] scripts = [.. view.Descendants("ScriptBlock").Select(script => script.Value)];
            Assert.All(MemberIds(type), id => Assert.Contains($"[SigmaPS.ViewText]::MemberAndId($_.{id})", scripts));
            if (((string)view.Element("Name")!).EndsWith("(list)", StringComparison.Ordinal))
            {
                AssertShowsAll(type, view);
            }
        }
    }

    [Fact]
    public void List_of_every_type_with_the_name_of_a_member_shows_all_properties()
    {
        Type[] types = [.. SampleObject.TypeOf(_shell, "SigmaPS.DataModel").Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "SigmaPS" && type.GetProperties().Any(property => Names.Contains(property.Name)))];
        Assert.Equal(["SigmaChange", "SigmaMember", "SigmaUsage"], types.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(types, type => AssertShowsAll(type, ViewOf(type.FullName!)));
    }

    private static void AssertShowsAll(Type type, XElement view) => Assert.Equal(
        type.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
        view.Descendants("ListItem")
            .Select(item => (string?)item.Element("Label") ?? (string)item.Element("PropertyName")!)
            .Order(StringComparer.Ordinal));

    // The view of a spec's summary is a text, which has a test of its own.
    private static string[] MemberIds(Type type) => type.Name == "SpecSummary"
        ? []
        : [.. type.GetProperties().Select(property => property.Name).Where(Ids.Contains)];

    private static XElement ViewOf(string type) => ViewScript.Files.SelectMany(file => XDocument.Load(file).Descendants("View"))
        .Single(view => view.Element("ListControl") is not null && view.Descendants("TypeName").Any(name => name.Value == type));
}
