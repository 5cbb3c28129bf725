using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// Finds the names that earlier edits wrote out, so that the opposite edit leaves no trace in a document that was saved in between.
/// </summary>
/// <remarks>
/// The file alone shows who wrote a name out: an edit makes it the first key of its object. Sigma and converters put the ID or the kind
/// first (spec sheet, section 13), so a name in another place belongs to the file and stays, even if it equals the default.
/// </remarks>
internal sealed class WrittenOutNames
{
    private const string NameKey = "name";

    private static readonly IReadOnlyList<Func<JsonObject, IEnumerable<JsonObject>>> Kinds = new[]
    {
        element => element.Text("kind") == "control" ? new[] { element } : Array.Empty<JsonObject>(),
        element => element.Text("kind") == "control" ? Array.Empty<JsonObject>() : new[] { element },
        element => ElementIds.Objects(element, "relationships"),
        DefaultName.Items,
    };

    private readonly SpecDocument _document;
    private readonly DisplayNames _names;
    private readonly Func<JsonObject, bool> _isInPlace;

    private WrittenOutNames(SpecDocument document, DisplayNames names, Func<JsonObject, bool> isInPlace)
    {
        _document = document;
        _names = names;
        _isInPlace = isInPlace;
    }

    /// <summary>Starts the trace of a document that was not edited yet.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">Its names before the first edit.</param>
    public static void Begin(SpecDocument document, DisplayNames names)
    {
        if (document.Trace is not null)
        {
            return;
        }

        document.Trace = new EditTrace();
        var written = new WrittenOutNames(document, names, IsFirst);
        var isOwnStyle = new Lazy<bool>(written.PutsNamesFirst);
        written.Mark((standard, leavesOut) => !isOwnStyle.Value || (standard.IsKnown && (leavesOut.Value ?? false)));
    }

    /// <summary>Also marks the names that Sigma moved when it stored a model: behind the formula or the columns.</summary>
    /// <remarks>Sigma exports each name that was ever set, so only the other names show who wrote this one out.</remarks>
    /// <param name="models">Live models before the first edit.</param>
    public static void BeginLive(LinkedModels models)
    {
        foreach (var (model, document) in models.Read().Zip(models.Documents, (model, document) => (model, document)))
        {
            Begin(document, model.Names);
            new WrittenOutNames(document, model.Names, IsBehind).Mark((standard, leavesOut) =>
                standard.IsKnown && (leavesOut.Value ?? true));
        }
    }

    private static bool IsFirst(JsonObject item) => item.Take(1).Any(member => member.Name == NameKey);

    private static bool IsBehind(JsonObject item) =>
        item.Select(member => member.Name).SkipWhile(key => key is not ("formula" or "columns" or "keys")).Contains(NameKey);

    // An edit does not touch the names of pages and folders.
    private bool PutsNamesFirst() =>
        _document.Pages.OfType<JsonObject>()
            .Concat(_document.Elements.SelectMany(element => ElementIds.Objects(element, "folders")))
            .Any(IsFirst);

    private void Mark(Func<DefaultName, Lazy<bool?>, bool> isWrittenByEdit)
    {
        foreach (var kind in Kinds)
        {
            var inDocument = new Lazy<bool?>(() => LeavesOutDefaults(_document.Elements, kind));
            foreach (var element in _document.Elements)
            {
                // The element decides before the document does.
                var leavesOut = new Lazy<bool?>(() => LeavesOutDefaults(new[] { element }, kind) ?? inDocument.Value);

                // The place is checked first, because defaults cost more and most documents have no such name.
                foreach (var item in kind(element).Where(_isInPlace))
                {
                    var standard = DefaultName.Of(item, element, _names);
                    if (item.Text(NameKey) != standard.Text && isWrittenByEdit(standard, leavesOut))
                    {
                        NameKeeper.MayTakeOut(_document, element, item);
                    }
                }
            }
        }
    }

    // Null if there is no default name, spelled out in this place or left out.
    private bool? LeavesOutDefaults(IEnumerable<JsonObject> elements, Func<JsonObject, IEnumerable<JsonObject>> kind)
    {
        var spelledOut = 0;
        var leftOut = 0;
        foreach (var (item, element) in elements.SelectMany(element => kind(element).Select(item => (item, element))))
        {
            if (DefaultName.Of(item, element, _names) is { IsKnown: true } standard)
            {
                spelledOut += item.Text(NameKey) == standard.Text && _isInPlace(item) ? 1 : 0;
                leftOut += item.Has(NameKey) ? 0 : 1;
            }
        }

        return spelledOut + leftOut == 0 ? null : leftOut >= spelledOut;
    }
}
