namespace SigmaPS;

/// <summary>A path of a connection's catalog: a table, or a database or schema above one.</summary>
public sealed class SigmaTable
{
    internal SigmaTable(string connectionId, string[] path)
    {
        ConnectionId = connectionId;
        Path = path;
    }

    /// <summary>The connection.</summary>
    public string ConnectionId { get; }

    /// <summary>Database, schema and table, or the levels that the platform has.</summary>
    public ItemList<string> Path { get; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path.Length == 0 ? "" : Path[Path.Length - 1];

    /// <summary>The ID; $null if Sigma does not return it.</summary>
    public string? TableId { get; internal set; }

    /// <summary>table, scope, semanticView, metricView or stored-procedure if the path was looked up; else empty.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>The address in the application; $null if the path was not looked up.</summary>
    public string? Url { get; internal set; }

    /// <summary>Shows the path.</summary>
    /// <returns>For example RETAIL / SALES / ORDERS.</returns>
    public override string ToString() => string.Join(" / ", Path);
}
