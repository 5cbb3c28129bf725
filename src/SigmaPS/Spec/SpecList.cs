using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>A JSON array in a spec: a Collection[object] that can grow.</summary>
/// <remarks>It contains nodes in their PSObject, because ConvertTo-Json uses the adapter of a list item only then.</remarks>
public sealed class SpecList : Collection<object?>
{
    internal SpecList()
    {
    }

    internal SpecList(IEnumerable<object?> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }
    }

    /// <summary>Shows the items, so that Export-Csv does not show the name of a type.</summary>
    /// <returns>The names or IDs of objects, and plain values, for example Orders; Customers.</returns>
    public override string ToString() => string.Join("; ", this.Select(ToText));

    /// <inheritdoc/>
    protected override void InsertItem(int index, object? item) => base.InsertItem(index, Wrap(item));

    /// <inheritdoc/>
    protected override void SetItem(int index, object? item) => base.SetItem(index, Wrap(item));

    private static string ToText(object? item) => NodeValueConverter.Unwrap(item) switch
    {
        SpecNode node => node.ToItemText(),
        SpecList => "...",
        var plain => Convert.ToString(plain, CultureInfo.InvariantCulture) ?? "",
    };

    private static object? Wrap(object? item) => item is SpecNode node ? PSObject.AsPSObject(node) : item;
}
