using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Pipeline;

/// <summary>Defers warnings until the work is complete, because a warning preference of Stop would end the command in the middle.</summary>
/// <param name="log">Receives the verbose lines at once.</param>
internal sealed class DeferredWarningLog(Core.Diagnostics.ILog log) : Core.Diagnostics.ILog
{
    private readonly Core.Diagnostics.ILog _log = log;
    private readonly List<string> _deferred = new();

    public void Verbose(string message) => _log.Verbose(message);

    public void Warning(string message)
    {
        lock (_deferred)
        {
            _deferred.Add(message);
        }
    }

    /// <summary>Whether a warning ends the command. If so, all other output must precede it.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static bool EndTheCommand(PSCmdlet cmdlet) =>
        (
            cmdlet.MyInvocation.BoundParameters.TryGetValue("WarningAction", out var given)
                ? given
                : cmdlet.GetVariableValue("WarningPreference"))
            is { } preference
        && LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action)
        && action == ActionPreference.Stop;

    /// <summary>Writes the warnings on the pipeline thread.</summary>
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
