using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>Publishes the plan of a rename over files: plans again, confirms, and writes the files.</summary>
internal static class FileRenameWorkflow
{
    /// <summary>Publishes the plan.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="facts">The plan.</param>
    /// <param name="folder">The full path of the folder of files.</param>
    /// <returns>One result per file.</returns>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The files changed after the plan was made.</exception>
    public static IEnumerable<WriteResult> Publish(PSCmdlet cmdlet, Core.Release.PlanSnapshot facts, string folder)
    {
        var request = new Core.Release.ReleaseRequest(folder, Core.Release.ReleaseEnvironment.OfSession(RenamePlans.Environment, ""));
        var plan = Core.Release.FileRenamePlanner.Plan(request, facts.Rename! with { Files = folder });
        var stale = facts.Stale(Core.Release.PlanSnapshot.FromPlan(plan));
        if (stale.Count > 0)
        {
            throw WorkflowErrors.FilesChanged(folder, stale);
        }

        var wasWritten = false;

        // Write the file of the renamed item last, so that until then the same plan can be made and published again.
        foreach (var item in plan.Items.Reverse())
        {
            var lines = item.Changes.Select(change => "  " + Core.Spec.Diff.ChangeFormatter.Line(change)).ToList();
            var what = SafeText.Lines(
                string.Join("\n", WritePreview.Shown(lines, 0).Prepend($"Write the file '{item.File}' of data model \"{item.Name}\".")));
            cmdlet.WriteInformation(
                new SpecPlan(item.DataModelId, item.Name, what)
                {
                    Changes = OutputMapper.ToChanges(item.Changes, item.DataModelId, item.Name).ToArray(),
                },
                new[] { WritePreview.PlanTag });
            var asks = WritePreview.IsWhatIf(cmdlet) || ReleasePreview.ConfirmsAtMedium(cmdlet);
            if (!asks || cmdlet.ShouldProcess(what, what + "\nContinue?", "Write a file"))
            {
                Core.Release.FileRenamePlanner.Write(item);
                wasWritten = true;
                yield return new WriteResult(item.DataModelId) { Name = SafeText.Line(item.Name), Status = WriteStatus.Updated };
            }
        }

        if (wasWritten)
        {
            UndoLine.Write(cmdlet, UndoLine.OfFiles(facts.Rename!, plan.OldName, folder));
        }
    }
}
