using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A warehouse table. Its inode ID is the prefix of the IDs of its columns (spec.md section 1).</summary>
public sealed record SandboxTable(string InodeId, string ConnectionId, IReadOnlyList<string> Path, IReadOnlyList<SandboxColumn> Columns)
{
    public string Name => Path[^1];
}

/// <summary>A warehouse column; Visibility is included, hidden or removed.</summary>
public sealed record SandboxColumn(string Name, string Type, string Visibility = "included", string? Description = null);
