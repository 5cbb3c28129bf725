namespace SigmaPS;

/// <summary>A place in a connection's catalogue: a table, or a database or schema above one.</summary>
public sealed class SigmaTable
{
    internal SigmaTable(string connectionId, string[] path)
    {
        ConnectionId = connectionId;
        Path = path;
    }

    /// <summary>The connection.</summary>
    public string ConnectionId { get; }

    /// <summary>Database, schema and table, or as many steps as the platform has.</summary>
    public string[] Path { get; }

    /// <summary>The last step of the path.</summary>
    public string Name => Path.Length == 0 ? "" : Path[Path.Length - 1];

    /// <summary>The id; $null where Sigma does not tell it.</summary>
    public string? TableId { get; internal set; }

    /// <summary>table, scope, semanticView, metricView or stored-procedure where the path was looked up; else empty.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>The address in the application; $null where the path was not looked up.</summary>
    public string? Url { get; internal set; }

    /// <summary>Shows the path.</summary>
    /// <returns>For example RETAIL / SALES / ORDERS.</returns>
    public override string ToString() => string.Join(" / ", Path);
}
