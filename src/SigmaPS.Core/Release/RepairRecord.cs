using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// The entry of a model in the run file while its references follow reassigned IDs. The undo of the run has to find every model that the
/// run saved, also one that is not in its plan.
/// </summary>
/// <param name="run">The run file.</param>
/// <param name="place">The place of the model in the run; negative for one that is not in its plan.</param>
internal sealed class RepairRecord(RunFile run, int place)
{
    private readonly RunFile _run = run;
    private readonly RunEntry? _before = place < 0 ? null : run.Entries[place];
    private int _place = place;

    private RunEntry? Current => _place < 0 ? null : _run.Entries[_place];

    /// <summary>Records that the content is about to be sent. The first backup of the run is the one to go back to.</summary>
    /// <param name="writing">The entry with the backup.</param>
    public void Begin(RunEntry writing)
    {
        if (Current?.Backup is null)
        {
            Put(writing);
        }
    }

    /// <summary>Records that nothing was saved.</summary>
    /// <param name="log">Reports a run file that cannot be written. The caller has the error of the model to report.</param>
    public void Abandon(ILog log)
    {
        if (Current is not { } current || current == _before)
        {
            return;
        }

        try
        {
            Put(_before ?? new RunEntry(current.Name, current.File, RunStatus.Failed)
            {
                DataModelId = current.DataModelId,
                VersionBefore = current.VersionBefore,
            });
        }
        catch (SigmaEngineException e)
        {
            log.Warning(e.Message);
        }
    }

    /// <summary>Records the saved version.</summary>
    /// <param name="written">The outcome of the write.</param>
    public void Complete(SpecWriteOutcome written) => Put(Current!.Repaired(written));

    private void Put(RunEntry entry)
    {
        if (_place < 0)
        {
            _place = _run.Add(entry);
        }

        _run.Set(_place, entry);
    }
}
