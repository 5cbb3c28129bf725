using System.Management.Automation;

namespace SigmaPS.Pipeline;

/// <summary>The engine's log for work on the pipeline thread itself.</summary>
internal sealed class PipelineThreadLog : Core.Diagnostics.ILog
{
    private readonly Cmdlet _cmdlet;

    public PipelineThreadLog(Cmdlet cmdlet) => _cmdlet = cmdlet;

    public void Verbose(string message) => _cmdlet.WriteVerbose(SafeText.Line(message));

    public void Warning(string message) => _cmdlet.WriteWarning(SafeText.Line(message));
}
