using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelColumn: gets the columns of a live data model, as Sigma resolves them.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelColumn")]
[OutputType(typeof(DataModelColumn))]
public sealed class GetSigmaDataModelColumnCommand : DataModelLookupCmdlet
{
    /// <summary>Only columns whose formula does not resolve.</summary>
    [Parameter]
    public SwitchParameter Broken { get; set; }

    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel) =>
        LookupCmdlet.WriteListAsync(
            client.ListColumnsAsync(id, cancel),
            output,
            entry => Broken && !entry.IsBroken ? null : OutputMapper.ToColumn(id, entry),
            cancel);
}
