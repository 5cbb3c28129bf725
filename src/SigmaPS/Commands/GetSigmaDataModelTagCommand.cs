using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelTag: gets the version tags of a data model.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelTag")]
[OutputType(typeof(DataModelTag))]
public sealed class GetSigmaDataModelTagCommand : DataModelLookupCmdlet
{
    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel) =>
        LookupCmdlet.WriteListAsync(client.ListTagsAsync(id, cancel), output, entry => OutputMapper.ToTag(id, entry), cancel);
}
