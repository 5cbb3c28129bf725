using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>Export-Csv writes the text of a value, so a list property of an output type has a readable one.</summary>
public sealed class ListPropertyTests : ShellTest
{
    [Fact]
    public void List_property_of_every_output_type_has_a_text_of_its_own()
    {
        Type[] types = [.. SampleObject.TypeOf(Shell, "SigmaPS.DataModel").Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "SigmaPS" && !typeof(Exception).IsAssignableFrom(type))];
        PropertyInfo[] lists = [.. types.Where(type => !typeof(IEnumerable).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))];
        Assert.True(lists.Length > 20);
        Assert.All(lists, list => Assert.Equal(
            types[0].Assembly, list.PropertyType.GetMethod("ToString", Type.EmptyTypes)!.DeclaringType!.Assembly));
    }

    [Fact]
    public void List_is_shown_by_its_items_and_used_like_an_array()
    {
        Shell.Set("item", SampleObject.Full(Shell, "SigmaPS.DataModelElement"));
        Assert.Equal("one; two", Text("$item.Columns.ToString()"));
        Assert.Equal("one two 2 2 True False two", Text(
            "\"$($item.Columns) $($item.Columns.Count) $($item.Columns.Length) $($item.Columns -contains 'ONE') \" + "
                + "\"$($item.Columns -contains 'three') $($item.Columns[-1])\""));
        Assert.Equal("ONE,TWO", Text("@($item.Columns | ForEach-Object ToUpper) -join ','"));
        Assert.Equal("two", Text("$item.Columns -ne 'one'"));
        Assert.Equal("two,one", Text("$item.Columns[1, 0] -join ','"));
        Assert.Equal("one,two,three", Text("($item.Columns + 'three') -join ','"));
        Assert.Equal("2", Text("([string[]] $item.Columns).Count"));
    }

    [Fact]
    public void List_of_objects_gives_the_members_of_its_items()
    {
        Shell.Set("item", SampleObject.Full(Shell, "SigmaPS.WriteResult"));
        Assert.Equal("text", Text("$item.Changes.Kind"));
        Assert.Equal("text", Text("$item.Changes.ToString()"));
        Assert.Equal("True", Text("[bool] $item.Changes"));
        Run("$empty = [SigmaPS.WriteResult].GetConstructors('Instance, NonPublic')[0].Invoke(@('a'))").MustSucceed();
        Assert.Equal("0", Text("$empty.Changes.Count"));
        Assert.Equal("False", Text("[bool] $empty.Changes"));
    }

    private string? Text(string script) => Run(script).MustSucceed().Texts.Single();
}
