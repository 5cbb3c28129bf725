using System;
using System.Globalization;
using System.Management.Automation;

namespace SigmaPS.Pipeline;

/// <summary>Shows the progress of long work: a progress bar, and one verbose line per minute.</summary>
internal sealed class ProgressReporter(Cmdlet cmdlet, string activity)
{
    private readonly Cmdlet _cmdlet = cmdlet;
    private readonly string _activity = activity;
    private readonly Core.Diagnostics.ProgressThrottle _progressThrottle = new();
    private bool _shown;

    /// <summary>Reports the progress, if it is due.</summary>
    /// <param name="done">How many items are finished.</param>
    /// <param name="open">How many are in progress.</param>
    /// <param name="show">Runs an action on the pipeline thread.</param>
    public void Report(int done, int open, Action<Action> show)
    {
        var text = string.Format(CultureInfo.InvariantCulture, "{0} done, {1} in progress", done, open);
        if (_progressThrottle.IsTimeToShow())
        {
            _shown = true;
            show(() => _cmdlet.WriteProgress(new ProgressRecord(0, _activity, text)));
        }

        if (_progressThrottle.IsTimeToSay() is { } minutes)
        {
            show(() => _cmdlet.WriteVerbose(string.Format(CultureInfo.InvariantCulture, "{0} after {1} min.", text, minutes)));
        }
    }

    /// <summary>Removes the progress bar.</summary>
    public void Close()
    {
        if (_shown)
        {
            _cmdlet.WriteProgress(new ProgressRecord(0, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
