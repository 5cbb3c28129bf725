using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelElement: gets the elements of a live data model, including those that a spec cannot represent.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelElement")]
[OutputType(typeof(DataModelElement))]
public sealed class GetSigmaDataModelElementCommand : DataModelLookupCmdlet
{
    /// <summary>The tag of the version whose elements are read.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.TagCompleter))]
    public string? Tag { get; set; }

    private protected override Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel) =>
        LookupCmdlet.WriteListAsync(
            client.ListElementsAsync(id, Tag, cancel),
            output,
            entry => OutputMapper.ToElement(id, entry),
            cancel);
}
