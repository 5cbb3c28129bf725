using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>
/// Finds names that an earlier rename wrote out, so that the rename back leaves no trace in files that were saved in between.
/// </summary>
internal static class WrittenOutNames
{
    /// <summary>Marks names that may be taken out when they become the default.</summary>
    /// <remarks>
    /// Newer specs contain only names that differ from the default, behind the formula or the columns. In the old layout, which contains
    /// every name, it comes before them.
    /// </remarks>
    public static void Mark(LinkedModels models)
    {
        foreach (var (model, document) in models.Read().Zip(models.Documents, (model, document) => (model, document)))
        {
            foreach (var scope in model.Elements)
            {
                var element = scope.Element;
                Mark(document, element, element, "columns", model.Names.DefaultOfElement(element));
                foreach (var relationship in ElementIds.Objects(element, "relationships"))
                {
                    Mark(document, element, relationship, "keys", model.Names.DefaultOfRelationship(relationship));
                }

                foreach (var column in ElementIds.Objects(element, "columns"))
                {
                    Mark(document, element, column, "formula", model.Names.Default(column)?.Text);
                }
            }
        }
    }

    private static void Mark(SpecDocument document, JsonObject element, JsonObject item, string behind, string? standard)
    {
        if (item.Text("name") is { } name && standard is not null && name != standard && IsBehind(item, behind))
        {
            NameKeeper.MayTakeOut(document, element, item);
        }
    }

    private static bool IsBehind(JsonObject item, string key)
    {
        var keys = item.Select(member => member.Name).ToList();
        return keys.IndexOf("name") > keys.IndexOf(key) && keys.Contains(key);
    }
}
