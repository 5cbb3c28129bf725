namespace SigmaPS;

/// <summary>A column of a warehouse table.</summary>
public sealed class SigmaTableColumn
{
    internal SigmaTableColumn(string tableId) => TableId = tableId;

    /// <summary>The ID of the table.</summary>
    public string TableId { get; }

    /// <summary>The name in the warehouse.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Sigma's name of the type, for example number; empty if Sigma does not return it.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>included, hidden, or removed for a column that the warehouse no longer has.</summary>
    public string Visibility { get; internal set; } = "";

    /// <summary>The description; $null without one.</summary>
    public string? Description { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => Name;
}
