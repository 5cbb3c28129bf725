using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Cmdlets;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelSource: what a data model reads directly.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelSource")]
[OutputType(typeof(DataModelSource))]
public sealed class GetSigmaDataModelSourceCommand : DataModelLookupCmdlet
{
    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IPipeline pipeline, CancellationToken cancel) =>
        client.ListSourcesAsync(id, Writing<Core.Api.SourceEntry>(pipeline, entry => Map.ToSource(id, entry)), cancel);
}
