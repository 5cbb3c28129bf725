using System.Management.Automation;

namespace SigmaPS.Pipeline;

/// <summary>Writes the engine's log as verbose and warning records.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="pipeline">Brings the lines to the pipeline thread.</param>
internal sealed class CmdletLog(Cmdlet cmdlet, IDispatcher pipeline) : Core.Diagnostics.ILog
{
    /// <summary>Creates the log of work on the pipeline thread itself.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public CmdletLog(Cmdlet cmdlet)
        : this(cmdlet, new ImmediateDispatcher(cmdlet.WriteObject))
    {
    }

    public void Verbose(string message) => pipeline.Post(() => cmdlet.WriteVerbose(SafeText.Line(message)));

    public void Warning(string message) => pipeline.Post(() => cmdlet.WriteWarning(SafeText.Line(message)));
}
