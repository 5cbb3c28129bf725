using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Renames an element or control, and updates the formulas, which contain an element's name as a prefix.</summary>
public static class ElementRenaming
{
    /// <summary>Renames an element in place.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID, or a control's name, control ID or ID.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">The element does not exist, the name is in use, or a reference would change its
    /// meaning.</exception>
    public static EditReport Apply(SpecDocument document, string element, string newName) =>
        Apply(new ReferenceSnapshot(document), element, newName);

    internal static EditReport Apply(ReferenceSnapshot before, string element, string newName)
    {
        var renamed = EditTargetResolver.ElementOrControl(before, element);
        var kind = renamed.Text("kind") == "control" ? "control" : "element";
        var oldName = before.Model.Names.OfElement(renamed);
        if (newName == oldName)
        {
            return new EditReport($"The {kind} \"{oldName}\" already has this name; nothing was changed");
        }

        if (newName.Trim().Length == 0)
        {
            throw EditTargetResolver.Fault($"The new name of {kind} \"{oldName}\" is blank. Name it with -NewName.", oldName);
        }

        var report = new EditReport($"Renamed {kind} \"{oldName}\" to \"{newName}\"", $"{kind} \"{oldName}\" is now \"{newName}\"");
        if (kind == "control")
        {
            // Formulas refer to a control by its control ID, which does not change.
            NameKeeper.WriteOut(before.Document, renamed, renamed, newName);
            before.Names.KeepElements(renamed);
            return report;
        }

        if (before.Model.ByName(newName).FirstOrDefault(other => other.Element != renamed) is { } taken)
        {
            throw EditTargetResolver.Fault(
                $"The model already has an element '{newName}' (ID '{taken.Id}'). Choose another name.",
                newName);
        }

        NameKeeper.WriteOut(before.Document, renamed, renamed, newName);
        var elements = before.Names.KeepElements(renamed);
        var update = PrefixUpdate.Apply(before, renamed, oldName, newName);
        var columns = before.Names.KeepColumns();
        EditTargetResolver.MustMeanTheSame(before, columns, $"'{oldName}' cannot become '{newName}'", oldName);
        update.RestoreSpellings();
        update.AddTo(report);
        report.AddRange(elements.Concat(columns.Touched));
        return report;
    }
}
