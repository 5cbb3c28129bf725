using System.Collections.Generic;
using System.Collections.ObjectModel;
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

    /// <inheritdoc/>
    protected override void InsertItem(int index, object? item) => base.InsertItem(index, Wrap(item));

    /// <inheritdoc/>
    protected override void SetItem(int index, object? item) => base.SetItem(index, Wrap(item));

    private static object? Wrap(object? item) => item is SpecNode node ? PSObject.AsPSObject(node) : item;
}
