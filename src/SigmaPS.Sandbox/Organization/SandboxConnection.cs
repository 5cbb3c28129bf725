using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A warehouse connection with its catalog. FriendlyNames determines the names in formulas (spec.md section 11).</summary>
public sealed class SandboxConnection
{
    private readonly List<SandboxTable> _tables = [];

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The platform, for example snowflake.</summary>
    public required string Type { get; init; }

    public bool FriendlyNames { get; init; } = true;

    public bool IsSample { get; init; }

    public bool IsArchived { get; set; }

    public IReadOnlyList<SandboxTable> Tables => _tables;

    internal void Add(SandboxTable table) => _tables.Add(table);
}
