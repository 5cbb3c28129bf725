namespace SigmaPS;

/// <summary>One difference between two representations, found by identity and not by text.</summary>
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

    /// <summary>The names on the way down, for example "Page 1 / Orders / Amount".</summary>
    public string Name { get; }

    /// <summary>The same names one by one, the thing's own last.</summary>
    public string[] Names { get; }

    /// <summary>The JSON pointer in the document where the thing is.</summary>
    public string Pointer { get; }

    /// <summary>The property that differs; empty where a whole thing came or went.</summary>
    public string Property { get; internal set; } = "";

    /// <summary>The value before; $null where there was none. An object or list is a copy.</summary>
    public object? OldValue { get; internal set; }

    /// <summary>The value after; $null where there is none. An object or list is a copy.</summary>
    public object? NewValue { get; internal set; }

    /// <summary>The model the change is about; empty where the specs do not say.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>That model's name; empty where the specs do not say.</summary>
    public string DataModelName { get; internal set; } = "";

    /// <summary>The change as one line.</summary>
    public string Text { get; }

    /// <summary>Shows the line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Text;
}
