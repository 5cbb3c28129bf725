using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>A person sorts, filters and selects by what a heading shows, so each heading is the name of a property.</summary>
public sealed class HeadingTests : ShellTest
{
    [Fact]
    public void Heading_of_every_view_is_a_property_of_its_type()
    {
        List<string> foreign = [];
        int headings = 0;
        foreach (XElement view in ViewScript.Files.SelectMany(file => XDocument.Load(file).Descendants("View")))
        {
            foreach (string type in view.Descendants("TypeName").Select(name => name.Value))
            {
                Type shown = Type(type);
                string[] labels = [.. Labels(view)];
                headings += labels.Length;
                foreign.AddRange(labels.Where(label => shown.GetProperty(label) is null).Select(label => $"{type}: {label}"));
            }
        }

        Assert.True(headings > 70);
        Assert.Equal([], foreign);
    }

    [Fact]
    public void Times_of_every_output_type_can_be_subtracted()
    {
        PropertyInfo[] times = [.. Type("SigmaPS.DataModel").Assembly.GetExportedTypes().Where(type => type.Namespace == "SigmaPS")
            .SelectMany(type => type.GetProperties()).Where(property => property.Name.EndsWith("At", StringComparison.Ordinal))];
        Assert.True(times.Length > 10);
        Assert.All(times, time => Assert.Equal(typeof(DateTimeOffset), Nullable.GetUnderlyingType(time.PropertyType) ?? time.PropertyType));
    }

    private static IEnumerable<string> Labels(XElement view) =>
        view.Descendants("TableColumnHeader")
            .Zip(view.Descendants("TableColumnItem"), (header, item) =>
                (string?)header.Element("Label") ?? (string?)item.Element("PropertyName") ?? "(no heading)")
            .Concat(
                view.Descendants("ListItem")
                    .Select(item => (string?)item.Element("Label") ?? (string?)item.Element("PropertyName") ?? "(no heading)"));

    private Type Type(string name) => SampleObject.TypeOf(Shell, name);
}
