using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>
/// Restores the old name in memory if an earlier publish ended between a model and its consumers, so that the rename can be repeated.
/// </summary>
internal static class RenameResume
{
    /// <summary>Gives the item its old name again if only the new name exists.</summary>
    /// <param name="model">The names of the document.</param>
    /// <param name="document">The document; it is changed in place.</param>
    /// <param name="rename">The rename.</param>
    /// <returns>The error of the missing item; null if the old name exists, or neither name does.</returns>
    public static SigmaEngineException? Prepare(ModelScope model, SpecDocument document, ItemRename rename)
    {
        try
        {
            var scope = EditTargetResolver.Element(model, rename.Element);
            if (rename.Kind != RenameKind.Element)
            {
                Find(scope, rename.Kind, rename.Item);
            }

            return null;
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.SpecItemNotFound && Renamed(model, rename) is var (element, item))
        {
            NameKeeper.WriteOut(document, element, item, rename.Kind == RenameKind.Element ? rename.Element : rename.Item);
            return e;
        }
    }

    private static (JsonObject Element, JsonObject Item)? Renamed(ModelScope model, ItemRename rename)
    {
        var isElement = rename.Kind == RenameKind.Element;
        var scopes = model
            .ByName(isElement ? rename.NewName : rename.Element)
            .Concat(isElement || model.ById(rename.Element) is not { } byId ? Enumerable.Empty<ElementScope>() : new[] { byId })
            .ToList();
        if (scopes.Count != 1 || isElement)
        {
            return scopes.Count == 1 ? (scopes[0].Element, scopes[0].Element) : null;
        }

        var items = ElementIds
            .Objects(scopes[0].Element, rename.Kind == RenameKind.Column ? "columns" : "metrics")
            .Where(item => model.Names.Of(item) == rename.NewName)
            .ToList();
        return items.Count == 1 ? (scopes[0].Element, items[0]) : null;
    }

    private static void Find(ElementScope scope, RenameKind kind, string item) =>
        _ = kind == RenameKind.Column ? EditTargetResolver.Column(scope, item) : EditTargetResolver.Metric(scope, item);
}
