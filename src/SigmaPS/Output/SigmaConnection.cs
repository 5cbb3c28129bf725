using System;

namespace SigmaPS;

/// <summary>A connection to a warehouse.</summary>
public sealed class SigmaConnection
{
    internal SigmaConnection()
    {
    }

    /// <summary>The id that a spec's sources name.</summary>
    public string ConnectionId { get; internal set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The platform in Sigma's word, for example snowflake.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>Whether formulas use friendly names such as Order Id for ORDER_ID.</summary>
    public bool UsesFriendlyNames { get; internal set; }

    /// <summary>Whether Sigma may write to the warehouse.</summary>
    public bool HasWriteAccess { get; internal set; }

    /// <summary>Whether it is Sigma's own sample.</summary>
    public bool IsSample { get; internal set; }

    /// <summary>Whether it is in the trash.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>The account at the platform; $null where Sigma does not say.</summary>
    public string? Account { get; internal set; }

    /// <summary>The warehouse in use; $null where Sigma does not say.</summary>
    public string? Warehouse { get; internal set; }

    /// <summary>The role in use; $null where Sigma does not say.</summary>
    public string? Role { get; internal set; }

    /// <summary>When it was used last.</summary>
    public DateTimeOffset? LastActiveAt { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Name;
}
