using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelSource: gets the direct sources of a data model.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelSource")]
[OutputType(typeof(DataModelSource))]
public sealed class GetSigmaDataModelSourceCommand : DataModelLookupCmdlet
{
    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel) =>
        LookupCmdlet.WriteListAsync(client.ListSourcesAsync(id, cancel), output, entry => OutputMapper.ToSource(id, entry), cancel);
}
