using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSession: gets the session of this runspace, if any; with -All, all sessions of the process.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSession")]
[OutputType(typeof(SigmaSession))]
public sealed class GetSigmaSessionCommand : SigmaCmdlet
{
    /// <summary>Returns all sessions of the process, from every runspace.</summary>
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
