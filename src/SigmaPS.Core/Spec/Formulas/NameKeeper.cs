using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The display names of all columns before an edit. Afterwards it writes out each name that would otherwise change (spec sheet, section 5.1).</summary>
internal sealed class NameKeeper
{
    private readonly SpecDocument _document;
    private readonly List<(JsonObject Element, JsonObject Column, DisplayName Name)> _before;

    public NameKeeper(SpecDocument document, DisplayNames names)
    {
        _document = document;
        _before = document.Elements
            .SelectMany(element => ElementIds.Objects(element, "columns").Select(column => (element, column, names.Find(column)))).ToList();
    }

    /// <summary>Writes out the names that the edit would change, and takes out those that an earlier edit wrote out and that are the default again.</summary>
    /// <param name="but">The column that the edit is about; null for none.</param>
    /// <returns>A sentence for each name that is written out now.</returns>
    public IReadOnlyList<string> Keep(JsonObject? but = null)
    {
        // One written name can change the next default, so all names of an element are written out and then those that equal their default are taken out.
        var now = new DisplayNames(_document);
        var changed = new HashSet<JsonObject>(_before.Where(entry => entry.Column != but && IsChanged(entry, now)).Select(entry => entry.Element));
        var written = _before.Where(entry => changed.Contains(entry.Element) && entry.Column != but && entry.Name.IsKnown && !entry.Column.Has("name")).ToList();
        written.ForEach(entry => WriteOut(_document, entry.Element, entry.Column, entry.Name.Text));
        TakeOutDefaults();
        return written.Where(entry => entry.Column.Has("name"))
            .Select(entry => $"column \"{entry.Name.Text}\" of \"{now.OfElement(entry.Element)}\" keeps its name, which is now written out").ToList();
    }

    private static bool IsChanged((JsonObject Element, JsonObject Column, DisplayName Name) entry, DisplayNames now) =>
        entry.Name.IsKnown && !entry.Column.Has("name") && now.Of(entry.Column) != entry.Name.Text;

    /// <summary>Gives a column a name of its own, at the place where Sigma writes it.</summary>
    public static void WriteOut(SpecDocument document, JsonObject element, JsonObject column, string name)
    {
        if (!column.Has("name"))
        {
            document.WrittenNames.Add(Key(element, column));
        }

        column.SetBehind("name", new JsonString(name), "id", "formula");
    }

    private static string Key(JsonObject element, JsonObject column) => ElementIds.Id(element) + "\n" + ElementIds.Id(column);

    // So that an edit and its opposite leave no trace.
    private void TakeOutDefaults()
    {
        if (_document.WrittenNames.Count == 0)
        {
            return;
        }

        var names = new DisplayNames(_document);
        foreach (var (element, column) in _document.Elements.SelectMany(element => ElementIds.Objects(element, "columns").Select(column => (element, column))))
        {
            var key = Key(element, column);
            if (_document.WrittenNames.Contains(key) && column.Text("name") is { } name && names.Default(column)?.Text == name)
            {
                column.Remove("name");
                _document.WrittenNames.Remove(key);
            }
        }
    }
}
