using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Renames an item of one model, and updates the formulas of all linked models that read it by name.</summary>
internal static class ModelRenaming
{
    /// <summary>Renames in files, in place.</summary>
    /// <param name="models">The models with their IDs; a file can lack the ID in its text.</param>
    /// <param name="main">The index of the model with the item.</param>
    /// <param name="rename">The item and its new name.</param>
    /// <returns>The result.</returns>
    /// <exception cref="SigmaEngineException">The item does not exist, or the edit is refused.</exception>
    public static RenameResult ApplyToFiles(
        IReadOnlyList<(string? Id, SpecDocument Document)> models,
        int main,
        ItemRename rename) =>
        Apply(new LinkedModels(models), main, rename, isSafe: false);

    /// <summary>Renames in specs of live models, in place.</summary>
    /// <param name="models">The models with their IDs; the first one contains the item.</param>
    /// <param name="rename">The item and its new name.</param>
    /// <param name="isSafe">Whether the old name stays until its consumers have changed.</param>
    /// <returns>The result.</returns>
    /// <exception cref="SigmaEngineException">The item does not exist, or the edit is refused.</exception>
    public static RenameResult ApplyToLive(
        IReadOnlyList<(string? Id, SpecDocument Document)> models,
        ItemRename rename,
        bool isSafe)
    {
        var linked = new LinkedModels(models);
        WrittenOutNames.BeginLive(linked);
        return Apply(linked, 0, rename, isSafe);
    }

    private static RenameResult Apply(LinkedModels models, int main, ItemRename rename, bool isSafe)
    {
        foreach (var (model, edited) in models.Read().Zip(models.Documents, (model, edited) => (model, edited)))
        {
            WrittenOutNames.Begin(edited, model.Names);
        }

        var document = models.Documents[main];
        var missing = RenameResume.Prepare(new ModelScope(document), document, rename);
        var result = Rename(models, main, rename, isSafe && missing is null);
        return missing is null ? result : result with { Step = RenameStep.Resume, Missing = missing };
    }

    private static RenameResult Rename(LinkedModels models, int main, ItemRename rename, bool isSafe)
    {
        var before = new ReferenceSnapshot(models, main);
        var scope = EditTargetResolver.Element(before.Model, rename.Element);
        var name = EditTargetResolver.Called(scope);
        if (rename.Kind == RenameKind.Element)
        {
            ElementRenaming.Apply(before, scope.Id, rename.NewName);
            return new RenameResult(RenameStep.Whole, scope.Id, null, name, name);
        }

        var item =
            rename.Kind == RenameKind.Column
                ? EditTargetResolver.Column(scope, rename.Item)
                : EditTargetResolver.Metric(scope, rename.Item);
        var result = new RenameResult(RenameStep.Whole, scope.Id, ElementIds.Id(item), name, before.Model.Names.Of(item));
        if (isSafe && NameAlias.IsAliasOf(scope, item, rename.NewName))
        {
            NameAlias.Remove(models, main, scope, item, rename);
            return result with { Step = RenameStep.Finish };
        }

        ItemRenaming.Apply(before, scope, item, rename.Kind == RenameKind.Column ? "column" : "metric", rename.NewName);
        if (!isSafe || result.OldName == rename.NewName)
        {
            return result;
        }

        NameAlias.Add(before.Document, scope, item, rename, result.OldName);
        return result with { Step = RenameStep.Add };
    }
}
