using System.Collections.Generic;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Finds out whether another item takes over the name of a removed item. Formulas of the changed model are sent as text with the change, so
/// they then read the other item.
/// </summary>
internal sealed class NameSuccessors
{
    private readonly Dictionary<(UsageItemKind Kind, string? ElementId, string? ItemId), string> _before = new();
    private readonly HashSet<(UsageItemKind Kind, string Name)> _after = new();
    private readonly HashSet<UsageItem> _gone;

    /// <summary>Reads the names of both specs once.</summary>
    /// <param name="gone">The removed items.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="now">The spec to send.</param>
    public NameSuccessors(IEnumerable<UsageItem> gone, SpecDocument live, SpecDocument now)
    {
        _gone = new HashSet<UsageItem>(gone);
        foreach (var (key, name) in Names(live))
        {
            _before[key] = name;
        }

        foreach (var (key, name) in Names(now))
        {
            _after.Add((key.Kind, name));
        }
    }

    /// <summary>Whether a formula finds another item by the name of the removed one.</summary>
    public bool Serve(ModelEdge edge) =>
        edge.Reader.ModelId == edge.Target.ModelId
        && edge.Reader.Kind is UsageItemKind.Column or UsageItemKind.Metric
        && (_gone.Contains(edge.Target) || _gone.Contains(edge.Target.Element))
        && _before.TryGetValue((edge.Target.Kind, edge.Target.ElementId, edge.Target.ItemId), out var name)
        && _after.Contains((edge.Target.Kind, name));

    private static IEnumerable<((UsageItemKind Kind, string? ElementId, string? ItemId) Key, string Name)> Names(SpecDocument document)
    {
        var names = new DisplayNames(document);
        foreach (var element in document.Elements)
        {
            var (id, name) = (ElementIds.Id(element), names.OfElement(element));
            yield return ((UsageItemKind.Element, id, null), name);
            yield return ((UsageItemKind.ElementName, id, null), name);
            foreach (var (list, kind) in new[] { ("columns", UsageItemKind.Column), ("metrics", UsageItemKind.Metric) })
            {
                foreach (var item in ElementIds.Objects(element, list))
                {
                    yield return ((kind, id, item.Text("id")), $"{name}\n{names.Of(item)}");
                }
            }
        }
    }
}
