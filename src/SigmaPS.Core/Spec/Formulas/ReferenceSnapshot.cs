using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// The meaning of every reference before an edit, to compare with its meaning afterwards. Every edit of names works over one.
/// </summary>
/// <remarks>Items are compared by identity, so the edit has to change the tree in place.</remarks>
internal sealed class ReferenceSnapshot
{
    private readonly LinkedModels _models;

    public ReferenceSnapshot(SpecDocument document)
        : this(new LinkedModels(document), 0)
    {
    }

    /// <summary>Takes a snapshot of several models that read one another.</summary>
    /// <param name="models">The models.</param>
    /// <param name="main">The model that the edit is about.</param>
    public ReferenceSnapshot(LinkedModels models, int main)
    {
        _models = models;
        Document = models.Documents[main];
        Models = Read();
        Model = Models[main];
        Names = new NameKeeper(models.Documents, Models.Select(model => model.Names).ToList(), Read);
        Uses = Read(Models);
    }

    /// <summary>The document that the edit is about.</summary>
    public SpecDocument Document { get; }

    /// <summary>Its scopes before the edit.</summary>
    public ModelScope Model { get; }

    /// <summary>The scopes of all documents before the edit.</summary>
    public IReadOnlyList<ModelScope> Models { get; }

    /// <summary>The display names before the edit, so that an edit can keep them.</summary>
    public NameKeeper Names { get; }

    /// <summary>Every reference with its meaning before the edit, in the order of the documents.</summary>
    public IReadOnlyList<(FormulaField Place, FormulaReference Reference, Resolution Found)> Uses { get; }

    /// <summary>Reads the scopes again, as the documents are now.</summary>
    public IReadOnlyList<ModelScope> Read() => _models.Read();

    /// <summary>
    /// The references that have another meaning now, in a person's words. A reference without a meaning may get one; added items are left
    /// out.
    /// </summary>
    /// <param name="now">The models as they are now; null to read them.</param>
    public IReadOnlyList<string> Broken(IReadOnlyList<ModelScope>? now = null) => Uses
        .Zip(
            Read(now ?? Read()).Where(use => use.Place.Item is null || Existed(use.Place.Item)),
            (before, after) => (before, after))
        .Where(pair => pair.before.Found.Kind != ReferenceKind.Unresolved && !Same(pair.before.Found, pair.after.Found))
        .Select(pair => $"[{string.Join("/", pair.after.Reference.Steps)}] in {pair.before.Place.By}").ToList();

    private bool Existed(JsonObject item) => Models.Any(model => model.Names.Contains(item));

    private static bool Same(Resolution before, Resolution after) =>
        before.Kind == after.Kind && ReferenceEquals(before.Target, after.Target) && ReferenceEquals(before.Source, after.Source);

    private static List<(FormulaField Place, FormulaReference Reference, Resolution Found)> Read(IEnumerable<ModelScope> models) =>
        models
            .SelectMany(FormulaField.All)
            .SelectMany(place => place.References().Select(reference => (place, reference, place.Resolve(reference))))
            .ToList();
}
