using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaTableColumn: gets the columns of a warehouse table.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaTableColumn")]
[OutputType(typeof(SigmaTableColumn))]
public sealed class GetSigmaTableColumnCommand : LookupCmdlet
{
    /// <summary>The table's ID.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? TableId { get; set; }

    /// <summary>Includes columns that the warehouse no longer has.</summary>
    [Parameter]
    public SwitchParameter IncludeRemoved { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(TableId, (client, pipeline, cancel) =>
    {
        var id = RequireValue(TableId, CommandErrors.NoTableOfColumns);
        return WriteListAsync(
            client.ListTableColumnsAsync(id, cancel),
            pipeline,
            entry => entry.Visibility == "removed" && !IncludeRemoved ? null : OutputMapper.ToTableColumn(id, entry),
            cancel);
    });
}
