using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelLineage: gets the elements of a data model and their dependencies, down to the sources.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelLineage")]
[OutputType(typeof(DataModelLineage))]
public sealed class GetSigmaDataModelLineageCommand : DataModelLookupCmdlet
{
    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel) =>
        LookupCmdlet.WriteListAsync(client.ListLineageAsync(id, cancel), output, entry => OutputMapper.ToLineage(id, entry), cancel);
}
