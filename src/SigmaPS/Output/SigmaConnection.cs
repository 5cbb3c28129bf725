using System;

namespace SigmaPS;

/// <summary>A connection to a warehouse.</summary>
public sealed class SigmaConnection
{
    internal SigmaConnection()
    {
    }

    /// <summary>The ID that the sources of a spec refer to.</summary>
    public string ConnectionId { get; internal set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Sigma's name of the platform, for example snowflake.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>Whether formulas use friendly names such as Order Id for ORDER_ID.</summary>
    public bool UsesFriendlyNames { get; internal set; }

    /// <summary>Whether Sigma may write to the warehouse.</summary>
    public bool HasWriteAccess { get; internal set; }

    /// <summary>Whether it is Sigma's sample connection.</summary>
    public bool IsSample { get; internal set; }

    /// <summary>Whether it is in the trash.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>The account at the platform; $null if Sigma does not report it.</summary>
    public string? Account { get; internal set; }

    /// <summary>The warehouse in use; $null if Sigma does not report it.</summary>
    public string? Warehouse { get; internal set; }

    /// <summary>The role in use; $null if Sigma does not report it.</summary>
    public string? Role { get; internal set; }

    /// <summary>When it was used last.</summary>
    public DateTimeOffset? LastActiveAt { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => Name;
}
