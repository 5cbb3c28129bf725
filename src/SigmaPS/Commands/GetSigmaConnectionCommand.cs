using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaConnection: gets the connections to warehouses.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaConnection")]
[OutputType(typeof(SigmaConnection))]
public sealed class GetSigmaConnectionCommand : LookupCmdlet
{
    /// <summary>A name or wildcard pattern.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Includes connections in the trash.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var names = new NamePatterns(Name);
        var isComplete = false;
        RunWithClient(null, async (client, pipeline, cancel) =>
        {
            await WriteListAsync(
                    client.ListConnectionsAsync(null, IncludeArchived, cancel),
                    pipeline,
                    entry => (entry.IsArchived && !IncludeArchived) || !names.Fit(entry.Name) ? null : OutputMapper.ToConnection(entry),
                    cancel)
                .ConfigureAwait(false);
            isComplete = true;
        });
        if (isComplete)
        {
            ReportMissing(names.Missing(Core.Diagnostics.ErrorCode.ItemNotFound, "connection"));
        }
    }
}
