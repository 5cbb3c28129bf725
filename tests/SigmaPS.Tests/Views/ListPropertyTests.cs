using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>Export-Csv writes the text of a value, so a list property of an output type has a readable one.</summary>
public sealed class ListPropertyTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void List_property_of_every_output_type_has_a_text_of_its_own()
    {
        Type[] types = [.. SampleObject.TypeOf(_shell, "SigmaPS.DataModel").Assembly.GetExportedTypes()
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
        _shell.Set("item", SampleObject.Full(_shell, "SigmaPS.DataModelElement"));
        Assert.Equal("one; two", Run("$item.Columns.ToString()"));
        Assert.Equal("one two 2 2 True False two", Run(
            "\"$($item.Columns) $($item.Columns.Count) $($item.Columns.Length) $($item.Columns -contains 'ONE') \" + "
                + "\"$($item.Columns -contains 'three') $($item.Columns[-1])\""));
        Assert.Equal("ONE,TWO", Run("@($item.Columns | ForEach-Object ToUpper) -join ','"));
        Assert.Equal("two", Run("$item.Columns -ne 'one'"));
        Assert.Equal("two,one", Run("$item.Columns[1, 0] -join ','"));
        Assert.Equal("one,two,three", Run("($item.Columns + 'three') -join ','"));
        Assert.Equal("2", Run("([string[]] $item.Columns).Count"));
    }

    [Fact]
    public void List_of_objects_gives_the_members_of_its_items()
    {
        _shell.Set("item", SampleObject.Full(_shell, "SigmaPS.WriteResult"));
        Assert.Equal("text", Run("$item.Changes.Kind"));
        Assert.Equal("text", Run("$item.Changes.ToString()"));
        Assert.Equal("True", Run("[bool] $item.Changes"));
        _shell.Run("$empty = [SigmaPS.WriteResult].GetConstructors('Instance, NonPublic')[0].Invoke(@('a'))").MustSucceed();
        Assert.Equal("0", Run("$empty.Changes.Count"));
        Assert.Equal("False", Run("[bool] $empty.Changes"));
    }

    private string? Run(string script) => _shell.Run(script).MustSucceed().Texts.Single();
}
