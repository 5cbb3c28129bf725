using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A warehouse table: its inode id is the prefix of column ids made from it (spec.md section 1).</summary>
public sealed record SandboxTable(string InodeId, string ConnectionId, IReadOnlyList<string> Path, IReadOnlyList<SandboxColumn> Columns)
{
    public string Name => Path[^1];
}

/// <summary>A warehouse column; Visibility is included, hidden or removed.</summary>
public sealed record SandboxColumn(string Name, string Type, string Visibility = "included", string? Description = null);
