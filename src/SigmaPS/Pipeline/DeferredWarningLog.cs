using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Pipeline;

/// <summary>A log whose warnings wait until work that must not end half-way is done: a warning preference of Stop would end it there.</summary>
internal sealed class DeferredWarningLog : Core.Diagnostics.ILog
{
    private readonly Core.Diagnostics.ILog _log;
    private readonly List<string> _deferred = new();

    /// <summary>Makes the log.</summary>
    /// <param name="log">Where verbose lines go at once.</param>
    public DeferredWarningLog(Core.Diagnostics.ILog log) => _log = log;

    public void Verbose(string message) => _log.Verbose(message);

    public void Warning(string message)
    {
        lock (_deferred)
        {
            _deferred.Add(message);
        }
    }

    /// <summary>Whether a warning ends the command. Then whatever else it has to say has to come before.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static bool EndTheCommand(PSCmdlet cmdlet) =>
        (cmdlet.MyInvocation.BoundParameters.TryGetValue("WarningAction", out var given) ? given : cmdlet.GetVariableValue("WarningPreference")) is { } preference
        && LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action) && action == ActionPreference.Stop;

    /// <summary>Gives the warnings, on the pipeline thread.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public void Flush(Cmdlet cmdlet)
    {
        List<string> held;
        lock (_deferred)
        {
            held = new List<string>(_deferred);
            _deferred.Clear();
        }

        held.ForEach(message => cmdlet.WriteWarning(SafeText.Line(message)));
    }
}
