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
        client.ListSourcesAsync(id, LookupCmdlet.Writing<Core.Api.SourceEntry>(output, entry => OutputMapper.ToSource(id, entry)), cancel);
}
