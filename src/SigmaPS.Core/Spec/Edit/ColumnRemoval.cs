using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Takes a column out that nothing refers to, with its id in lists of layout.</summary>
public static class ColumnRemoval
{
    /// <summary>Removes a column in place.</summary>
    /// <param name="document">A document of the caller's own.</param>
    /// <param name="element">The element's name or id.</param>
    /// <param name="column">The column's display name or id.</param>
    /// <returns>A sentence for everything that was touched.</returns>
    /// <exception cref="SigmaFaultException">There is no such column, or something refers to it.</exception>
    public static IReadOnlyList<string> Apply(SpecDocument document, string element, string column)
    {
        var picture = new ReferencePicture(document);
        var scope = SpecTargets.Element(picture.Model, element);
        var removed = SpecTargets.Column(scope, column);
        var name = picture.Model.Names.Of(removed);
        var uses = ColumnUses.Of(document, picture, scope, removed);
        if (uses.Count > 0)
        {
            throw SpecTargets.Fault($"Column '{name}' of \"{SpecTargets.Called(scope)}\" is needed by {SpecTargets.Named(uses)}; change or remove that first.", column);
        }

        var id = ElementIds.Id(removed);
        scope.Element.Array("columns")!.RemoveAll(item => item == removed);
        var touched = new List<string> { $"column \"{name}\" of \"{SpecTargets.Called(scope)}\" is gone" };

        // A column's id can stand twice in a faulty element; the other one keeps its place then.
        if (!ElementIds.Ids(scope.Element, "columns").Contains(id))
        {
            TakeOut(scope.Element.Array("order"), id, "order", touched);
            TakeOut(scope.Element.Array("summary"), id, "summary", touched);
            foreach (var folder in ElementIds.Objects(scope.Element, "folders"))
            {
                TakeOut(folder.Array("items"), id, $"folder \"{folder.Text("name")}\"", touched);
            }
        }

        touched.AddRange(picture.Columns.Keep());
        return touched;
    }

    private static void TakeOut(JsonArray? list, string id, string where, List<string> touched)
    {
        if (list?.RemoveAll(item => item is JsonString text && text.Value == id) > 0)
        {
            touched.Add($"its id is taken out of {where}");
        }
    }
}
