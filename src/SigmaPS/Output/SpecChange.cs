namespace SigmaPS;

/// <summary>One difference between two specs, matched by identity and not by text.</summary>
public sealed class SpecChange
{
    internal SpecChange(string change, string kind, string[] names, string pointer, string text)
    {
        Change = change;
        Kind = kind;
        Names = names;
        Name = string.Join(" / ", names);
        Pointer = pointer;
        Text = text;
    }

    /// <summary>Added, Removed, Changed, Moved or Renamed.</summary>
    public string Change { get; }

    /// <summary>page, element, control, column, metric, relationship, filter, folder, grouping, sort or security.</summary>
    public string Kind { get; }

    /// <summary>The names from the outside in, for example "Page 1 / Orders / Amount".</summary>
    public string Name { get; }

    /// <summary>The same names as a list, the item's own last.</summary>
    public ItemList<string> Names { get; }

    /// <summary>The JSON pointer of the item in its document.</summary>
    public string Pointer { get; }

    /// <summary>The property that differs; empty for an added or removed item.</summary>
    public string Property { get; internal set; } = "";

    /// <summary>The value before; $null if there was none. An object or list is a copy.</summary>
    public object? OldValue { get; internal set; }

    /// <summary>The value after; $null if there is none. An object or list is a copy.</summary>
    public object? NewValue { get; internal set; }

    /// <summary>The UUID of the model; empty if the specs do not contain it.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>The model's name; empty if the specs do not contain it.</summary>
    public string DataModelName { get; internal set; } = "";

    /// <summary>The change as one line.</summary>
    public string Text { get; }

    /// <summary>Shows the line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Text;
}
