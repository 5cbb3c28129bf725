using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>
/// Writes a new name into the texts that contain the old one. If a text had another spelling than the display name, such as that of the
/// warehouse, the rename back restores the spelling.
/// </summary>
/// <param name="before">The references before the edit.</param>
internal sealed class ReferenceUpdate(ReferenceSnapshot before)
{
    private readonly ReferenceSnapshot _before = before;
    private readonly List<(FormulaField Field, string Old)> _changed = new();
    private readonly List<(FormulaField Field, string Spelled)> _spelled = new();

    /// <summary>Replaces steps of references in one text, from one step to before another.</summary>
    /// <param name="field">The text.</param>
    /// <param name="changes">The references with the old display name and the new one.</param>
    public void Apply(
        FormulaField field,
        IReadOnlyCollection<(FormulaReference Reference, int From, int To, string OldName, string NewName)> changes)
    {
        var old = field.Text;
        var plain = field.Replaced(changes.Select(change => (change.Reference, change.From, change.To, change.OldName)).ToList());
        field.Set(field.Replaced(changes.Select(change => (change.Reference, change.From, change.To, change.NewName)).ToList()));
        _changed.Add((field, old));

        // Only the document of the edit stays in memory with its trace.
        if (field.Scope.Model != _before.Model)
        {
            return;
        }

        var spellings = _before.Document.Trace!.Spellings;
        if (spellings.TryGetValue(Key(field, field.Text), out var spelled))
        {
            _spelled.Add((field, spelled));
        }

        if (plain != old)
        {
            spellings[Key(field, plain)] = old;
        }
    }

    /// <summary>Restores spellings after all names are final. None is restored if one would mean something else.</summary>
    public void RestoreSpellings()
    {
        var plain = _spelled.Select(change => (change.Field, change.Field.Text)).ToList();
        _spelled.ForEach(change => change.Field.Set(change.Spelled));
        if (_spelled.Count > 0 && _before.Broken().Count > 0)
        {
            plain.ForEach(change => change.Field.Set(change.Text));
        }
    }

    /// <summary>Adds the changed texts to a report.</summary>
    /// <param name="report">The report.</param>
    public void AddTo(EditReport report)
    {
        foreach (var (field, old) in _changed)
        {
            report.Add(field.By, $"{field.By}: {old} is now {field.Text}");
        }
    }

    private static string Key(FormulaField field, string text) => $"{field.Scope.Id}\n{field.Ordinal}\n{text}";
}
