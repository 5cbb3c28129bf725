using System.Management.Automation;

namespace SigmaPS.Pipeline;

/// <summary>Writes the engine's log as verbose and warning records.</summary>
internal sealed class CmdletLog : Core.Diagnostics.ILog
{
    private readonly Cmdlet _cmdlet;
    private readonly IDispatcher _pipeline;

    public CmdletLog(Cmdlet cmdlet, IDispatcher pipeline)
    {
        _cmdlet = cmdlet;
        _pipeline = pipeline;
    }

    public void Verbose(string message) => _pipeline.Post(() => _cmdlet.WriteVerbose(SafeText.Line(message)));

    public void Warning(string message) => _pipeline.Post(() => _cmdlet.WriteWarning(SafeText.Line(message)));
}
