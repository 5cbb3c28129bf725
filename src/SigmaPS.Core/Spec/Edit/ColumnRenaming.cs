using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Gives a column another name, and every text that refers to it by name follows.</summary>
public static class ColumnRenaming
{
    /// <summary>Renames a column in place.</summary>
    /// <param name="document">A document of the caller's own: after a fault it is half done.</param>
    /// <param name="element">The element's name or id.</param>
    /// <param name="column">The column's effective name or id.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>A sentence for everything that was touched.</returns>
    /// <exception cref="SigmaFaultException">There is no such column, the name is taken, or a reference would mean something else.</exception>
    public static IReadOnlyList<string> Apply(SpecDocument document, string element, string column, string newName)
    {
        var before = new ReferencePicture(document);
        var scope = SpecTargets.Element(before.Model, element);
        var renamed = SpecTargets.Column(scope, column);
        var oldName = EffectiveName.Of(renamed);
        if (newName == oldName)
        {
            return new string[0];
        }

        if (newName.Trim().Length == 0)
        {
            throw SpecTargets.Fault("A column needs a name that is not blank.", column);
        }

        SpecTargets.MustBeFree(scope, newName, renamed);
        var touched = new List<string> { $"column \"{oldName}\" of \"{SpecTargets.Called(scope)}\" is now \"{newName}\"" };
        Name(renamed, newName);
        foreach (var place in before.Uses.Where(use => use.Found.Target == renamed).GroupBy(use => use.Place))
        {
            Follow(place.Key, place.Select(use => use.Reference).ToList(), renamed, oldName, newName, touched);
        }

        var broken = before.Broken();
        return broken.Count == 0 ? touched
            : throw SpecTargets.Fault($"'{oldName}' cannot become '{newName}', because then would mean something else: {SpecTargets.Named(broken)}.", column);
    }

    private static void Follow(FormulaPlace place, IReadOnlyList<FormulaReference> references, JsonObject renamed, string oldName, string newName, List<string> touched)
    {
        var old = place.Text;
        var shown = place.Item is { } item && item != renamed && item.Text("name") is null && FormulaReferences.Only(old) is not null ? Shown(item, references[0], oldName) : null;
        place.Replace(references.Select(reference => (reference, reference.Steps.Count - 1, newName)).ToList());
        touched.Add($"{place.By}: {old} is now {place.Text}");

        // A column without a name would silently take over the new one, and whoever refers to it would be left behind.
        if (shown is not null && EffectiveName.Of(place.Item!) != shown)
        {
            Name(place.Item!, shown);
            touched.Add($"{place.By} keeps its name, which is now written out");
        }
    }

    // Where the reference is to the warehouse's way of writing, the connection does not make names friendly.
    private static string Shown(JsonObject item, FormulaReference reference, string oldName) =>
        reference.Name != oldName && reference.Name != FriendlyName.Of(reference.Name) ? reference.Name : EffectiveName.Of(item);

    private static void Name(JsonObject item, string name) => item.SetBehind("name", new JsonString(name), "id", "formula");
}
