using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>A second column or metric that keeps an old name: its formula is a reference to the item with the new name.</summary>
internal static class NameAlias
{
    private const string MetricsPrefix = "Metrics";

    /// <summary>Whether an item only passes on an item of its element with another name.</summary>
    /// <param name="scope">The element.</param>
    /// <param name="item">The column or metric.</param>
    /// <param name="name">The other name.</param>
    public static bool IsAliasOf(ElementScope scope, JsonObject item, string name) =>
        item.Text("formula") is { } formula && FormulaReferences.Only(formula) is { } reference && IsReference(reference, name)
        && scope.Resolve(reference) is { IsFound: true, Route: ReferenceRoute.Own } found && found.Target != item;

    /// <summary>Whether a formula is a reference to an item of the same element by name.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="name">The name.</param>
    public static bool Passes(string? formula, string name) =>
        formula is not null && FormulaReferences.Only(formula) is { } reference && IsReference(reference, name);

    /// <summary>Adds the alias with the description, format and security of the item.</summary>
    public static void Add(SpecDocument document, ElementScope scope, JsonObject item, ItemRename rename, string oldName)
    {
        var isMetric = rename.Kind == RenameKind.Metric;
        var name = FormulaRewriter.Escape(rename.NewName);
        var addition = new ItemAddition(oldName, isMetric ? $"[{MetricsPrefix}/{name}]" : $"[{name}]")
        {
            Description = item.Text("description"),
            Hidden = item["hidden"] is JsonBoolean { Value: true },
            Format = item["format"],
        };
        if (isMetric)
        {
            addition.AddMetric(document, scope.Id);
            return;
        }

        addition.AddColumn(document, scope.Id);

        // A column security also restricts the alias. Otherwise the alias would show the values.
        var alias = ElementIds.Objects(scope.Element, "columns").Last();
        foreach (var restricted in Restricted(scope.Element).Where(list => Contains(list, item)))
        {
            restricted.Add(new JsonString(ElementIds.Id(alias)));
        }
    }

    /// <summary>Removes the alias, and updates references to it to the new name.</summary>
    public static void Remove(LinkedModels models, int main, ElementScope scope, JsonObject alias, ItemRename rename)
    {
        var before = new ReferenceSnapshot(models, main);
        foreach (var uses in before.Uses.Where(use => use.Found.Target == alias).GroupBy(use => use.Place))
        {
            uses.Key.ReplaceNames(uses.Select(use => (use.Reference, use.Found)), rename.NewName);
        }

        before.Names.KeepColumns(alias);
        foreach (var restricted in Restricted(scope.Element))
        {
            restricted.RemoveAll(item => item is JsonString id && id.Value == ElementIds.Id(alias));
        }

        var isMetric = rename.Kind == RenameKind.Metric;
        var after = new ReferenceSnapshot(models, main);
        ItemRemoval.Apply(
            after,
            after.Model.Of(scope.Element)!,
            new[] { alias },
            isMetric ? "metrics" : "columns",
            isMetric ? "metric" : "column");
    }

    private static bool IsReference(FormulaReference reference, string name) =>
        reference.Name == name && (reference.Steps.Count == 1 || (reference.Steps.Count == 2 && reference.Steps[0] == MetricsPrefix));

    private static IEnumerable<JsonArray> Restricted(JsonObject element) =>
        ElementIds.Objects(element, "columnSecurities").Select(security => security.Array("restrictedColumns")).OfType<JsonArray>();

    private static bool Contains(JsonArray list, JsonObject item) =>
        list.Any(entry => entry is JsonString id && id.Value == ElementIds.Id(item));
}
