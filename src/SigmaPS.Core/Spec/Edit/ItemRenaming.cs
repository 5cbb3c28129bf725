using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Renames an item of an element, and updates every text that refers to it by name.</summary>
internal static class ItemRenaming
{
    /// <summary>Renames in place.</summary>
    /// <param name="before">The references before the edit.</param>
    /// <param name="scope">The element.</param>
    /// <param name="item">The column or metric.</param>
    /// <param name="kind">The name of its kind for people.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>The items that the edit touched.</returns>
    public static EditReport Apply(ReferenceSnapshot before, ElementScope scope, JsonObject item, string kind, string newName)
    {
        var oldName = before.Model.Names.Of(item);
        var named = $"{kind} \"{oldName}\" of \"{EditTargetResolver.Called(scope)}\"";
        if (newName == oldName)
        {
            return new EditReport($"The {named} already has this name; nothing was changed");
        }

        if (newName.Trim().Length == 0)
        {
            throw EditTargetResolver.Fault($"The new name of {named} is blank. Name it with -NewName.", oldName);
        }

        EditTargetResolver.MustBeFree(scope, newName, item);
        var report = new EditReport($"Renamed {named} to \"{newName}\"", $"{named} is now \"{newName}\"");
        NameKeeper.WriteOut(before.Document, scope.Element, item, newName);
        var update = new ReferenceUpdate(before);
        foreach (var uses in before.Uses.Where(use => use.Found.Target == item).GroupBy(use => use.Place))
        {
            update.Apply(
                uses.Key,
                uses.Select(use => (use.Reference, use.Found.NameStep, use.Reference.Steps.Count, oldName, newName)).ToList());
        }

        var kept = before.Names.KeepColumns(item);
        EditTargetResolver.MustMeanTheSame(before, kept, $"'{oldName}' cannot become '{newName}'", oldName);
        update.RestoreSpellings();
        update.AddTo(report);
        report.AddRange(kept.Touched);
        return report;
    }
}
