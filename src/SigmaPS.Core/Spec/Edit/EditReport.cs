using System.Collections;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>The result of an edit for people: a headline, and a sentence for each item that the edit touched.</summary>
public sealed class EditReport : IReadOnlyList<string>
{
    private const int MostNamed = 10;

    private readonly List<string> _sentences = new();
    private readonly List<string> _items = new();

    /// <summary>Starts a report.</summary>
    /// <param name="headline">The result in one sentence without a full stop.</param>
    /// <param name="sentences">Sentences for the headline's own item.</param>
    public EditReport(string headline, params string[] sentences)
    {
        Headline = headline;
        _sentences.AddRange(sentences);
    }

    /// <summary>The result in one sentence without a full stop.</summary>
    public string Headline { get; }

    /// <summary>The items that the edit touched besides its own.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>The whole report in one line.</summary>
    public string Line => _items.Count == 0 ? $"{Headline}."
        : $"{Headline}. Touched {_items.Count} other item{Wording.Plural(_items.Count)}: {string.Join(", ", _items.Take(MostNamed))}"
            + $"{Wording.More(_items.Count, MostNamed)}.";

    /// <inheritdoc/>
    public int Count => _sentences.Count;

    /// <inheritdoc/>
    public string this[int index] => _sentences[index];

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item for people, such as column "Margin" of "Orders".</param>
    /// <param name="sentence">The change of this item.</param>
    public void Add(string item, string sentence)
    {
        if (!_items.Contains(item))
        {
            _items.Add(item);
        }

        _sentences.Add(sentence);
    }

    /// <summary>Adds items whose sentence begins with their name.</summary>
    /// <param name="touched">The items, each with the rest of its sentence.</param>
    internal void AddRange(IEnumerable<TouchedItem> touched)
    {
        foreach (var (item, change) in touched)
        {
            Add(item, item + change);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _sentences.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
