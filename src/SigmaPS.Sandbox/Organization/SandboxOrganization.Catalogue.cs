using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    /// <summary>Adds a connection with an empty catalog.</summary>
    public SandboxConnection AddConnection(string id, string name, string type, bool friendlyNames = true, bool isSample = false) =>
        Locked(() =>
        {
            SandboxConnection connection = new()
            {
                Id = id,
                Name = name,
                Type = type,
                FriendlyNames = friendlyNames,
                IsSample = isSample,
            };
            _connections.Add(connection);
            return connection;
        });

    /// <summary>Adds a table to a connection's catalog. A column is "NAME", "NAME type" or "NAME type visibility": text, number, datetime
    /// or boolean; included, hidden or removed.</summary>
    public SandboxTable AddTable(string connectionId, IReadOnlyList<string> path, params string[] columns) => Locked(() =>
    {
        SandboxConnection connection = _connections.Single(c => c.Id == connectionId);
        string inode = NewIds.Stable("table:" + connectionId + ":" + string.Join('/', path));
        SandboxTable table = new(inode, connectionId, [.. path], [.. columns.Select(ColumnFrom)]);
        connection.Add(table);
        return table;
    });

    /// <summary>The table at a path; null if there is none.</summary>
    public SandboxTable? FindTable(string connectionId, IReadOnlyList<string> path) => Locked(() =>
        _connections.FirstOrDefault(c => c.Id == connectionId)?.Tables.FirstOrDefault(t => t.Path.SequenceEqual(path)));

    internal SandboxConnection? FindConnection(string id) => _connections.FirstOrDefault(c => c.Id == id);

    internal SandboxTable? FindTable(string inodeId) => _connections.SelectMany(c => c.Tables).FirstOrDefault(t => t.InodeId == inodeId);

    private static SandboxColumn ColumnFrom(string text)
    {
        string[] parts = text.Split(' ');
        return new SandboxColumn(parts[0], parts.Length > 1 ? parts[1] : "text", parts.Length > 2 ? parts[2] : "included");
    }
}
