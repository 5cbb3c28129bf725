using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// The display names before an edit. Afterwards it writes out each name that would otherwise change (spec sheet, section 5.1).
/// </summary>
internal sealed class NameKeeper
{
    private readonly IReadOnlyList<SpecDocument> _documents;
    private readonly Func<IReadOnlyList<ModelScope>> _read;
    private readonly List<Entry> _columns = new();
    private readonly List<Entry> _frames = new();

    public NameKeeper(IReadOnlyList<SpecDocument> documents, IReadOnlyList<DisplayNames> names, Func<IReadOnlyList<ModelScope>> read)
    {
        _documents = documents;
        _read = read;
        for (var at = 0; at < documents.Count; at++)
        {
            WrittenOutNames.Begin(documents[at], names[at]);
            foreach (var element in documents[at].Elements.Where(element => element.Text("kind") != "control"))
            {
                var model = at;
                _columns.AddRange(
                    ElementIds.Objects(element, "columns").Select(column => new Entry(model, element, column, names[model].Find(column))));
                _frames.AddRange(
                    DefaultName.Frames(element).Select(item => new Entry(model, element, item, NameOf(item, element, names[model]))));
            }
        }
    }

    /// <summary>Writes out the names of elements and relationships that the edit would change. Formulas contain both as prefixes.</summary>
    /// <param name="but">The element that the edit is about.</param>
    /// <returns>The items whose name is written out now.</returns>
    public IReadOnlyList<TouchedItem> KeepElements(JsonObject but)
    {
        var now = _read();
        var written = _frames.Where(entry => entry.Item != but && entry.Name.IsKnown && !entry.Item.Has("name")
            && NameOf(entry.Item, entry.Element, now[entry.Model].Names).Text != entry.Name.Text).ToList();
        written.ForEach(entry => WriteOut(_documents[entry.Model], entry.Element, entry.Item, entry.Name.Text));
        TakeOutDefaults();
        return written
            .Where(entry => entry.Item.Has("name"))
            .Select(entry => Kept(entry.Item == entry.Element ? "element" : "relationship", entry, null))
            .ToList();
    }

    /// <summary>
    /// Writes out the names of columns that the edit would change, and takes out the names that an earlier edit wrote out and that are the
    /// default again.
    /// </summary>
    /// <param name="but">The column that the edit is about; null for none.</param>
    /// <returns>The columns whose name is written out now, and the models as they are.</returns>
    public KeptNames KeepColumns(JsonObject? but = null)
    {
        // One written name can change the next default, so all names of an element are written out and then those that equal their default
        // are taken out.
        var now = _read();
        var changed = new HashSet<JsonObject>(
            _columns.Where(entry => entry.Item != but && IsChanged(entry, now[entry.Model].Names)).Select(entry => entry.Element));
        var written = _columns
            .Where(entry => changed.Contains(entry.Element) && entry.Item != but && entry.Name.IsKnown && !entry.Item.Has("name"))
            .ToList();
        written.ForEach(entry => WriteOut(_documents[entry.Model], entry.Element, entry.Item, entry.Name.Text));
        var isChanged = TakeOutDefaults() || written.Count > 0;
        var touched = written
            .Where(entry => entry.Item.Has("name"))
            .Select(entry => Kept("column", entry, now[entry.Model].Names.OfElement(entry.Element)))
            .ToList();
        return new KeptNames(touched, isChanged ? null : now);
    }

    /// <summary>
    /// Gives an item a name of its own. A new name becomes the first key, by which a later edit finds it (<see cref="WrittenOutNames"/>).
    /// </summary>
    public static void WriteOut(SpecDocument document, JsonObject element, JsonObject item, string name)
    {
        if (!item.Has("name"))
        {
            MayTakeOut(document, element, item);
        }

        item.SetFirst("name", new JsonString(name));
    }

    /// <summary>Lets a name be taken out again when an edit makes it the default.</summary>
    public static void MayTakeOut(SpecDocument document, JsonObject element, JsonObject item) =>
        document.Trace!.Names.Add(Key(element, item));

    private static TouchedItem Kept(string kind, Entry entry, string? of)
    {
        var place = of is null ? "" : $" of \"{of}\"";
        return new TouchedItem($"{kind} \"{entry.Name.Text}\"{place}", " keeps its name, which is now written out");
    }

    private static bool IsChanged(Entry entry, DisplayNames now) =>
        entry.Name.IsKnown && !entry.Item.Has("name") && now.Of(entry.Item) != entry.Name.Text;

    private static DisplayName NameOf(JsonObject item, JsonObject element, DisplayNames names) =>
        item == element ? names.FindElement(element) ?? DisplayNames.Unknown(element) : names.Find(item);

    // IDs do not contain a line break, so the kinds of items cannot be mixed up.
    private static string Key(JsonObject element, JsonObject item) => ElementIds.Id(element)
        + (item == element ? "\n\n" : (DefaultName.IsRelationship(item) ? "\n\nrelationship\n" : "\n") + ElementIds.Id(item));

    // So that an edit and its opposite leave no trace.
    private bool TakeOutDefaults()
    {
        // An element's default depends on the name of its source, so elements come before the columns inside them.
        var frames = TakeOut(DefaultName.Frames);
        return TakeOut(DefaultName.Items) || frames;
    }

    // Whether a name was taken out.
    private bool TakeOut(Func<JsonObject, IEnumerable<JsonObject>> items)
    {
        var written = Written(items).ToList();
        if (written.Count == 0)
        {
            return false;
        }

        var names = _read();
        var defaults = written
            .Where(entry => entry.Item.Text("name") == DefaultName.Of(entry.Item, entry.Element, names[entry.Model].Names).Text)
            .ToList();
        foreach (var (model, _, item, key) in defaults)
        {
            if (_documents[model].Trace!.Names.Remove(key))
            {
                item.Remove("name");
            }
        }

        return defaults.Count > 0;
    }

    // Edits wrote out a few names, so the defaults of all others are not computed.
    private IEnumerable<(int Model, JsonObject Element, JsonObject Item, string Key)> Written(
        Func<JsonObject, IEnumerable<JsonObject>> items) =>
        from model in Enumerable.Range(0, _documents.Count)
        where _documents[model].Trace!.Names.Count > 0
        from element in _documents[model].Elements
        from item in items(element)
        where item.Has("name")
        let key = Key(element, item)
        where _documents[model].Trace!.Names.Contains(key)
        select (model, element, item, key);

    private sealed record Entry(int Model, JsonObject Element, JsonObject Item, DisplayName Name);
}
