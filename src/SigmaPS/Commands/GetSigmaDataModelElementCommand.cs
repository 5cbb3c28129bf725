using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelElement: the elements of a live data model, those too that no spec shows.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelElement")]
[OutputType(typeof(DataModelElement))]
public sealed class GetSigmaDataModelElementCommand : DataModelLookupCmdlet
{
    /// <summary>The elements of the version that bears a tag.</summary>
    [Parameter]
    public string? Tag { get; set; }

    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel) =>
        client.ListElementsAsync(id, Tag, LookupCmdlet.Writing<Core.Api.ElementEntry>(output, entry => OutputMapper.ToElement(id, entry)), cancel);
}
