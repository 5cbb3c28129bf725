using System.Management.Automation;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Reads the name of a member while a view waits. Only <see cref="MemberNames"/> runs it; the module does not export it.</summary>
internal sealed class MemberNameReader : SigmaCmdlet
{
    /// <summary>The connection of the session that may list the member.</summary>
    [Parameter]
    public Core.Http.SigmaHttpClient Connection { get; set; } = null!;

    /// <summary>The member's ID.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    private protected override void Process() => Run(Id, (pipeline, cancel) =>
        Core.Api.MemberLookup.ReadForViewAsync(new Core.Api.SigmaClient(Connection, new CmdletLog(this, pipeline)), Id, cancel));
}
