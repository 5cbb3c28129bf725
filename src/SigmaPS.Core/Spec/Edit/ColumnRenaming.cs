using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Gives a column another name, and every text that refers to it by name follows.</summary>
public static class ColumnRenaming
{
    /// <summary>Renames a column in place.</summary>
    /// <param name="document">A document of the caller's own: after a fault it is half done.</param>
    /// <param name="element">The element's name or id.</param>
    /// <param name="column">The column's display name or id.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>A sentence for everything that was touched.</returns>
    /// <exception cref="SigmaEngineException">There is no such column, the name is taken, or a reference would mean something else.</exception>
    public static IReadOnlyList<string> Apply(SpecDocument document, string element, string column, string newName)
    {
        var before = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(before.Model, element);
        var renamed = EditTargetResolver.Column(scope, column);
        var oldName = before.Model.Names.Of(renamed);
        if (newName == oldName)
        {
            return new string[0];
        }

        if (newName.Trim().Length == 0)
        {
            throw EditTargetResolver.Fault("A column needs a name that is not blank.", column);
        }

        EditTargetResolver.MustBeFree(scope, newName, renamed);
        var touched = new List<string> { $"column \"{oldName}\" of \"{EditTargetResolver.Called(scope)}\" is now \"{newName}\"" };
        NameKeeper.WriteOut(document, scope.Element, renamed, newName);
        foreach (var uses in before.Uses.Where(use => use.Found.Target == renamed).GroupBy(use => use.Place))
        {
            var old = uses.Key.Text;
            uses.Key.ReplaceNames(uses.Select(use => (use.Reference, use.Found)), newName);
            touched.Add($"{uses.Key.By}: {old} is now {uses.Key.Text}");
        }

        touched.AddRange(before.Columns.Keep(renamed));
        var broken = before.Broken();
        return broken.Count == 0 ? touched
            : throw EditTargetResolver.Fault($"'{oldName}' cannot become '{newName}', because then would mean something else: {EditTargetResolver.Named(broken)}.", column);
    }
}
