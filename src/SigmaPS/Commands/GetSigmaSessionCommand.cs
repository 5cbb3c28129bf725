using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSession: the session of this runspace, or nothing; with -All every one of the process.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSession")]
[OutputType(typeof(SigmaSession))]
public sealed class GetSigmaSessionCommand : SigmaCmdlet
{
    /// <summary>Gives every session of the process, whichever runspace connected it.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(null, () =>
    {
        if (All)
        {
            WriteObject(SessionStore.All(), enumerateCollection: true);
        }
        else if (SessionStore.Own(Runspace.DefaultRunspace) is { } own)
        {
            WriteObject(SessionStore.HandOut(own));
        }
    });
}
