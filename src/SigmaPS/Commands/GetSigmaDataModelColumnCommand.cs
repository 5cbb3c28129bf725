using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Cmdlets;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelColumn: the columns of a live data model as Sigma resolves them.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelColumn")]
[OutputType(typeof(DataModelColumn))]
public sealed class GetSigmaDataModelColumnCommand : DataModelLookupCmdlet
{
    /// <summary>Only columns whose formula does not resolve.</summary>
    [Parameter]
    public SwitchParameter Broken { get; set; }

    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IPipeline pipeline, CancellationToken cancel) =>
        client.ListColumnsAsync(id, Writing<Core.Api.ColumnEntry>(pipeline, entry => Broken && !entry.IsBroken ? null : Map.ToColumn(id, entry)), cancel);
}
