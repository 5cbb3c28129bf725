using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaTable: gets tables of a connection's catalog, by path, by ID, or all of them.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaTable", DefaultParameterSetName = "List")]
[OutputType(typeof(SigmaTable))]
public sealed class GetSigmaTableCommand : LookupCmdlet
{
    /// <summary>The table's ID.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? TableId { get; set; }

    /// <summary>The connection.</summary>
    [Parameter(ParameterSetName = "List", ValueFromPipelineByPropertyName = true)]
    public string? ConnectionId { get; set; }

    /// <summary>Database, schema and table, or the levels that the platform has.</summary>
    [Parameter(ParameterSetName = "List")]
    public string[]? Path { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            RunWithClient(TableId, async (client, pipeline, cancel) =>
            {
                var entry = await client.GetPathAsync(RequireValue(TableId, CommandErrors.NoTable), cancel).ConfigureAwait(false);
                var table = OutputMapper.ToTable(entry);
                table.TableId = TableId;
                await pipeline.WriteAsync(table).ConfigureAwait(false);
            });
        }
        else if (Path is null)
        {
            RunWithClient(ConnectionId, ListAsync);
        }
        else
        {
            RunWithClient(string.Join(" / ", Path), async (client, pipeline, cancel) =>
            {
                var connection = RequireValue(ConnectionId, CommandErrors.NoConnection);
                var found = await client.LookUpAsync(connection, Path, cancel).ConfigureAwait(false);
                await pipeline
                    .WriteAsync(OutputMapper.ToTable(new Core.Api.TablePathEntry { ConnectionId = connection, Path = Path }, found))
                    .ConfigureAwait(false);
            });
        }
    }

    private async Task ListAsync(Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var hasFound = false;
        await WriteListAsync(client.ListPathsAsync(ConnectionId, cancel), pipeline, Show, cancel).ConfigureAwait(false);
        if (ConnectionId is null || hasFound)
        {
            return;
        }

        // A connection without tables is not an error; a missing connection is.
        var connections = await client.ListConnectionsAsync(null, true, cancel).ToListAsync(cancel).ConfigureAwait(false);
        if (connections.All(connection => connection.ConnectionId != ConnectionId))
        {
            throw BindingErrors.NotFound(
                Core.Diagnostics.ErrorCode.ItemNotFound,
                "connection",
                ConnectionId,
                connections.Select(connection => $"{connection.Name} ({connection.ConnectionId})"));
        }

        object? Show(Core.Api.TablePathEntry entry)
        {
            var fits = ConnectionId is null || entry.ConnectionId == ConnectionId;
            hasFound |= fits;
            return fits ? OutputMapper.ToTable(entry) : null;
        }
    }
}
