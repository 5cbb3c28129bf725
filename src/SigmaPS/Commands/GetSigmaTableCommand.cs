using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaTable: tables of a connection's catalogue, by path, by id, or all of them.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaTable", DefaultParameterSetName = "List")]
[OutputType(typeof(SigmaTable))]
public sealed class GetSigmaTableCommand : LookupCmdlet
{
    /// <summary>The table's id.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? TableId { get; set; }

    /// <summary>The connection.</summary>
    [Parameter(ParameterSetName = "List", ValueFromPipelineByPropertyName = true)]
    public string? ConnectionId { get; set; }

    /// <summary>Database, schema and table, or as many steps as the platform has.</summary>
    [Parameter(ParameterSetName = "List")]
    public string[]? Path { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            RunWithClient(TableId, async (client, pipeline, cancel) =>
            {
                var entry = await client.GetPathAsync(RequireValue(TableId, "Say which table: -TableId."), cancel).ConfigureAwait(false);
                var table = OutputMapper.ToTable(entry);
                table.TableId = TableId;
                await pipeline.WriteAsync(table).ConfigureAwait(false);
            });
        }
        else if (Path is null)
        {
            RunWithClient(ConnectionId, (client, pipeline, cancel) => client.ListPathsAsync(ConnectionId,
                Writing<Core.Api.TablePathEntry>(pipeline, entry => ConnectionId is null || entry.ConnectionId == ConnectionId ? OutputMapper.ToTable(entry) : null), cancel));
        }
        else
        {
            RunWithClient(string.Join(" / ", Path), async (client, pipeline, cancel) =>
            {
                var connection = RequireValue(ConnectionId, "Say on which connection the path is: -ConnectionId, or pipe connections in.");
                var found = await client.LookUpAsync(connection, Path, cancel).ConfigureAwait(false);
                await pipeline.WriteAsync(OutputMapper.ToTable(new Core.Api.TablePathEntry { ConnectionId = connection, Path = Path }, found)).ConfigureAwait(false);
            });
        }
    }
}
