using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace SigmaPS;

/// <summary>A list of an output object. Scripts use it like an array; Export-Csv shows its items and not the name of a type.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class ItemList<T> : ReadOnlyCollection<T>
{
    internal ItemList(IEnumerable<T> items) : base(items.ToArray())
    {
    }

    /// <summary>The number of items, under the name that an array has for it.</summary>
    public int Length => Count;

    /// <summary>Converts an array.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The list; $null for $null.</returns>
    public static implicit operator ItemList<T>(T[]? items) => items is null ? null! : new ItemList<T>(items);

    /// <summary>Shows the items.</summary>
    /// <returns>For example: Orders; Customers.</returns>
    public override string ToString() => string.Join("; ", this);
}
