using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>The names, formulas and sources of one version of a model: all that usage needs of it.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="TagId">The version tag; null for the published version.</param>
/// <param name="Elements">Its tables.</param>
/// <param name="Controls">Its controls.</param>
/// <param name="PinnedTags">The tag that each source model is read at, by model ID; models that are read as published are absent.</param>
/// <param name="UsedItems">Columns and metrics that this model refers to by ID, for example in filters, sorts and groupings.</param>
/// <param name="UnknownReads">Elements of other models that the service lists as sources and the spec does not show.</param>
internal sealed record ModelSnapshot(
    string ModelId,
    string? TagId,
    IReadOnlyList<ModelElement> Elements,
    IReadOnlyList<ModelControl> Controls,
    IReadOnlyDictionary<string, string> PinnedTags,
    IReadOnlyList<UsageItem> UsedItems,
    IReadOnlyList<UsageItem> UnknownReads)
{
    /// <summary>The models that this one reads directly, each with the tag it is read at.</summary>
    public IEnumerable<(string ModelId, string? TagId)> Upstream() =>
        Elements
            .SelectMany(element => element.Sources)
            .Select(source => source.ModelId)
            .OfType<string>()
            .Concat(Controls.SelectMany(control => control.Targets).Select(target => target.ModelId))
            .Concat(UnknownReads.Select(read => read.ModelId))
            .Distinct()
            .Where(id => id != ModelId)
            .Select(id => (id, TagOf(id)));

    /// <summary>The tag that another model is read at; null where it is read as published.</summary>
    public string? TagOf(string modelId) => PinnedTags.TryGetValue(modelId, out var tag) ? tag : null;

    /// <summary>An element by its ID.</summary>
    public ModelElement? Element(string? id) => Elements.FirstOrDefault(element => element.Id == id);
}
