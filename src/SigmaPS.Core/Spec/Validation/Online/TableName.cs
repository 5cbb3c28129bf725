using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A table that a spec names: connection and path.</summary>
internal readonly struct TableName(string connectionId, IReadOnlyList<string> path) : IEquatable<TableName>
{
    public string ConnectionId { get; } = connectionId;

    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>The table of a source; null for other kinds of sources and incomplete ones.</summary>
    public static TableName? FromSource(JsonObject source) =>
        source.Text("kind") == "warehouse-table"
        && source.Text("connectionId") is { Length: > 0 } connection
        && source.Array("path") is { Count: > 0 } path
        && path.All(step => step is JsonString)
            ? new TableName(connection, path.Select(step => ((JsonString)step).Value).ToList())
            : null;

    public bool Equals(TableName other) => ConnectionId == other.ConnectionId && Path.SequenceEqual(other.Path, StringComparer.Ordinal);

    public override bool Equals(object? obj) => obj is TableName other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ConnectionId + "\n" + string.Join("\n", Path));

    public override string ToString() => string.Join(".", Path);
}
