using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SigmaPS.Commands;

/// <summary>Disconnect-Sigma: closes a session and removes its secrets. A missing session is not an error.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Sigma")]
[OutputType(typeof(void))]
public sealed class DisconnectSigmaCommand : SigmaCmdlet
{
    /// <summary>The session to close; the default is the one of this runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SigmaSession? Session { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(Session, () =>
    {
        var session = Session ?? SessionStore.Own(Runspace.DefaultRunspace);
        ReportAbandonedWrites(session);
        WriteVerbose(session is not null && SessionStore.Remove(session, Runspace.DefaultRunspace) ? "Disconnected from "
            + $"{SafeText.Line(session.ToString())}." : "There was no session to close.");
    });
}
