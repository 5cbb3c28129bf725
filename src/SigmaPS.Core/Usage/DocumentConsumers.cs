using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>What one workbook or report has to do with a question.</summary>
internal sealed class DocumentConsumers
{
    private readonly DocumentHead _head;
    private readonly DocumentRecord _record;
    private readonly ReachedItems _reached;
    private readonly ItemText _text;

    private DocumentConsumers(DocumentHead head, DocumentRecord record, ReachedItems reached, ItemText text)
    {
        _head = head;
        _record = record;
        _reached = reached;
        _text = text;
    }

    public static IEnumerable<UsageRecord> Find(DocumentHead head, DocumentRecord record, ReachedItems reached, ItemText text)
    {
        var consumers = new DocumentConsumers(head, record, reached, text);
        var columns = consumers.Columns();
        return columns.Count > 0 ? columns : consumers.Whole();
    }

    private List<UsageRecord> Columns()
    {
        var found = new Dictionary<(string, string), (bool IsCertain, UsageItem Target, string Via)>();
        var readers = _record
            .Columns.SelectMany(column => column.Reads.Where(read => read.OwnElement is not null).Select(read => (read, column)))
            .ToLookup(pair => (pair.read.OwnElement!, pair.read.OwnColumn!), pair => (pair.column, pair.read.IsCertain));
        foreach (var isCertain in new[] { true, false })
        {
            var open = new Queue<DocumentColumn>();
            foreach (var column in _record.Columns.Where(column => !found.ContainsKey((column.ElementId, column.Id))))
            {
                if (
                    column.Reads.FirstOrDefault(read =>
                        read.Target is not null
                        && _reached.Of(read.Target) is { } reach
                        && (!isCertain || (read.IsCertain && IsSure(read.Target, reach)))) is
                    { } direct)
                {
                    found[(column.ElementId, column.Id)] = (isCertain, direct.Target!, _text.Way(_reached, direct.Target!));
                }
            }

            foreach (var column in _record.Columns.Where(column => found.ContainsKey((column.ElementId, column.Id))))
            {
                open.Enqueue(column);
            }

            while (open.Count > 0)
            {
                var at = open.Dequeue();
                var (_, target, via) = found[(at.ElementId, at.Id)];
                foreach (
                    var (reader, _) in readers[(at.ElementId, at.Id)]
                        .Where(pair => (!isCertain || pair.IsCertain) && !found.ContainsKey((pair.column.ElementId, pair.column.Id))))
                {
                    found[(reader.ElementId, reader.Id)] = (isCertain, target, $"{NameOf(at.ElementId)}/{at.Name} > {via}");
                    open.Enqueue(reader);
                }
            }
        }

        return _record
            .Columns.GroupBy(column => (column.ElementId, column.Id))
            .Select(group => group.First())
            .Where(column => found.ContainsKey((column.ElementId, column.Id)))
            .Select(column => Record(column, found[(column.ElementId, column.Id)]))
            .ToList();
    }

    // An element over one that goes: its columns that do not read that one may still work.
    private static bool IsSure(UsageItem item, Reach reach) =>
        reach.IsCertain && (item.Kind != UsageItemKind.Element || reach.Next is null);

    // Without a column: the element is read by ID, or in a way that does not show the columns.
    private IEnumerable<UsageRecord> Whole()
    {
        var seeds = new HashSet<UsageItem>(_reached.Items.Where(item => item.Value.Next is null).Select(item => item.Key));
        var byId = _record.Sources.FirstOrDefault(source =>
            seeds.Contains(source) || seeds.Contains(new UsageItem(UsageItemKind.Model, source.ModelId, null, null, source.TagId)));
        if (byId is not null)
        {
            yield return Base() with
            {
                Certainty = UsageCertainty.Certain,
                Via = "reads this element by ID",
                Target = byId,
                Used = _text.Name(byId),
                VersionTag = TagOf(byId),
            };
            yield break;
        }

        var controls = seeds.Where(seed => seed.Kind == UsageItemKind.Control).Select(seed => (seed.ModelId, seed.TagId)).ToList();
        foreach (var group in _record.Possible.Where(read => IsAsked(read.Target, controls)).GroupBy(read => (read.Target, read.ElementId)))
        {
            yield return Base() with
            {
                ElementId = group.Key.ElementId,
                ElementName = group.Key.ElementId is { } id ? NameOf(id) : null,
                Certainty = UsageCertainty.Possible,
                Via = string.Join("; ", group.Select(read => read.Reason).Distinct()),
                Target = group.Key.Target,
                Used = _text.Name(group.Key.Target),
                VersionTag = TagOf(group.Key.Target),
            };
        }
    }

    private bool IsAsked(UsageItem target, List<(string ModelId, string? TagId)> controls) =>
        target.Kind == UsageItemKind.Control ? controls.Contains((target.ModelId, target.TagId)) : _reached.Elements.Contains(target);

    private UsageRecord Record(DocumentColumn column, (bool IsCertain, UsageItem Target, string Via) found) => Base() with
    {
        ElementId = column.ElementId,
        ElementName = NameOf(column.ElementId),
        ColumnId = column.Id,
        ColumnName = column.Name,
        Formula = column.Formula,
        Certainty = found.IsCertain ? UsageCertainty.Certain : UsageCertainty.Possible,
        Via = found.Via,
        Target = _reached.Of(found.Target)?.Seed,
        Used = _text.Name(_reached.Of(found.Target)?.Seed),
        VersionTag = TagOf(found.Target),
    };

    private UsageRecord Base() => new()
    {
        ConsumerKind = _head.Key.Kind,
        ConsumerId = _head.Key.Id,
        ConsumerName = _head.Name,
        Path = _head.Path,
        OwnerId = _head.OwnerId,
        Url = _head.Url,
    };

    private string? TagOf(UsageItem item) => _head.TagName ?? _text.Tag(item);

    private string NameOf(string elementId) =>
        _record.ElementNames.TryGetValue(elementId, out var name) && name.Length > 0 ? name : elementId;
}
