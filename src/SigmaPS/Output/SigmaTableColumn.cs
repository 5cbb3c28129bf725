namespace SigmaPS;

/// <summary>A column of a warehouse table.</summary>
public sealed class SigmaTableColumn
{
    internal SigmaTableColumn(string tableId) => TableId = tableId;

    /// <summary>The table.</summary>
    public string TableId { get; }

    /// <summary>The name in the warehouse.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The type in Sigma's word, for example number; empty where Sigma does not say.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>included, hidden, or removed for a column that has gone from the warehouse.</summary>
    public string Visibility { get; internal set; } = "";

    /// <summary>The description; $null without one.</summary>
    public string? Description { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Name;
}
