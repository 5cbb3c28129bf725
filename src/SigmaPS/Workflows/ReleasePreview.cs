using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>The preview and the confirmation prompt of a publish.</summary>
internal static class ReleasePreview
{
    /// <summary>Confirms one model of a plan.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="item">The model.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="session">The session.</param>
    /// <param name="owners">The names of members by ID.</param>
    public static bool Confirm(
        PSCmdlet cmdlet,
        Core.Release.ReleaseItem item,
        Core.Release.ReleasePlan plan,
        SigmaSession session,
        IReadOnlyDictionary<string, string>? owners)
    {
        var what = SafeText.Lines(Describe(item, plan, session));
        var isRemoval = item.Action == Core.Release.ReleaseAction.Orphan;
        var shown = new SpecPlan(item.DataModelId, item.Name, what)
        {
            Changes = OutputMapper.ToChanges(item.Changes, item.DataModelId, item.Name).ToArray(),
            Consumers = OutputMapper.Consumers(item, owners),
        };
        cmdlet.WriteInformation(shown, new[] { WritePreview.PlanTag });

        // Only archiving has a high impact. Other changes prompt with -Confirm or a confirm preference of Medium or lower.
        return (!isRemoval && !WritePreview.IsWhatIf(cmdlet) && !ConfirmsAtMedium(cmdlet))
            || cmdlet.ShouldProcess(what, what + "\nContinue?", isRemoval ? "Archive a data model" : "Publish a data model");
    }

    /// <summary>Whether the user wants a prompt before a change that does not remove a model.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static bool ConfirmsAtMedium(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey("Confirm")
        || LanguagePrimitives.ConvertTo<ConfirmImpact>(cmdlet.GetVariableValue("ConfirmPreference", ConfirmImpact.High))
            is ConfirmImpact.Low
                or ConfirmImpact.Medium;

    private static string Describe(Core.Release.ReleaseItem item, Core.Release.ReleasePlan plan, SigmaSession session)
    {
        var where = plan.Rename is null
            ? $"in environment '{plan.Request.Environment.Name}' ({plan.FolderPath}) on {session}"
            : $"on {session}";
        var head = item.Action switch
        {
            Core.Release.ReleaseAction.Create => $"Create data model \"{item.Name}\" {where}.",
            Core.Release.ReleaseAction.Orphan =>
                $"Archive data model \"{item.Name}\" ({item.DataModelId}), which is not in the folder of files, {where}.",
            Core.Release.ReleaseAction.Unchanged => $"Tag data model \"{item.Name}\" ({item.DataModelId}, version {item.LiveVersion}), "
                + $"which equals its file, {where}.",
            _ => $"Update data model \"{item.Name}\" ({item.DataModelId}, version {item.LiveVersion}) {where}.",
        };
        var refusals = item.Refusals.Select(refusal => "  " + WritePreview.Refused(refusal)).ToList();
        var lines = item
            .Notes.Select(note => "  " + SafeText.Line(note))
            .Concat(item.Changes.Select(change => "  " + SafeText.Line(Core.Spec.Diff.ChangeFormatter.Line(change))))
            .ToList();
        var shown = WritePreview.Shown(lines, refusals.Count);
        var counts =
            item.Changes.Count == 0
                ? Enumerable.Empty<string>()
                : new[] { "  in all: " + SafeText.Line(Core.Spec.Diff.ChangeFormatter.Counts(item.Changes)) };
        return string.Join("\n", new[] { SafeText.Line(head) }.Concat(shown).Concat(refusals).Concat(counts));
    }
}
