using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

/// <summary>
/// Generated models and generated edits of known kind: the comparison reports exactly those, in each layout of the documents.
/// </summary>
public sealed class KnownEditTests
{
    private const int Most = 9;

    [Property(MaxTest = 300)]
    public void Exactly_the_edits_that_were_made_are_reported(NonNegativeInt seed, NonNegativeInt written)
    {
        GeneratedModel model = new(seed.Get);
        SpecDocument before = SpecDocument.Parse(model.Text, "before");
        List<string> edits = new KnownEdits(model).Do(seed.Get % Most);
        before = Written(before, written.Get & 11);
        SpecDocument after = Written(
            SpecDocument.Parse(model.Text, "after"),
            edits.Exists(edit => edit.StartsWith("Renamed page", StringComparison.Ordinal)) ? (written.Get / 16) & 11 : written.Get / 16);
        Assert.Equal(edits, Told(SpecDiff.Compare(before, after), backwards: false));
        Assert.Equal(edits.Select(Turned).Order(StringComparer.Ordinal), Told(SpecDiff.Compare(after, before), backwards: true));
    }

    [Property(MaxTest = 100)]
    public void Same_model_in_another_layout_gives_no_warning(NonNegativeInt seed, NonNegativeInt written)
    {
        SpecDocument model = SpecDocument.Parse(new GeneratedModel(seed.Get).Text, "model");
        Assert.Empty(SpecDiff.Compare(model, Written(model, written.Get)).Changes.Select(ChangeFormatter.Line));
        Assert.Empty(SpecDiff.Compare(Written(model, written.Get), model).Changes.Select(ChangeFormatter.Line));
    }

    [Property(MaxTest = 100)]
    public void Model_with_all_its_IDs_renewed_is_the_same_model(NonNegativeInt seed)
    {
        string text = new GeneratedModel(seed.Get).Text;
        SpecDocument model = SpecDocument.Parse(text, "model");
        SpecComparison comparison = SpecDiff.Compare(
            model,
            SpecDocument.Parse(text.Replace("\"id-", "\"new-", StringComparison.Ordinal), "renewed"));
        Assert.Empty(comparison.Changes.Select(ChangeFormatter.Line));
        Assert.All(comparison.RenewedIds, pair => Assert.Equal(pair.Key.Replace("id-", "new-", StringComparison.Ordinal), pair.Value));
        Assert.Equal(
            model.Elements.Sum(element => 1 + (element.Array("columns")?.Count ?? 0)),
            comparison.Renewed.Count(id => id.Kind is "element" or "column"));
    }

    // Key order, defaults, page IDs: none of it is a change.
    private static SpecDocument Written(SpecDocument document, int way)
    {
        JsonValue root = JsonTree.Parse(document.ToText());
        root = (way & 1) != 0 ? Trees.Reversed(root) : root;
        root = (way & 2) != 0 ? Defaults.Strip(root) : root;
        foreach (JsonObject page in (way & 4) != 0 ? ((JsonObject)root).Array("pages")!.Cast<JsonObject>() : [])
        {
            page.Set("id", new JsonString("page-" + page.Text("id")));
        }

        return (way & 8) != 0 ? SpelledOut(SpecDocument.From(root, "written otherwise")) : SpecDocument.From(root, "written otherwise");
    }

    // As older exports do it: names that follow from the source, and explicit defaults.
    private static SpecDocument SpelledOut(SpecDocument document)
    {
        DisplayNames names = new(document);
        foreach (JsonObject table in document.Elements.Where(element => element.Text("kind") == "table"))
        {
            table.Set("name", new JsonString(names.OfElement(table)));
            table.Set("visibleAsSource", new JsonBoolean(true));
            foreach (string list in new[] { "metrics", "filters", "folders", "summary" }.Where(list => !table.Has(list)))
            {
                table.Set(list, new JsonArray());
            }

            foreach (JsonObject column in table.Array("columns")!.Cast<JsonObject>())
            {
                column.Set("name", new JsonString(names.Of(column)));
            }
        }

        return document;
    }

    private static List<string> Told(SpecComparison comparison, bool backwards) =>
        [
            .. comparison
                .Changes.Select(change =>
                {
                    bool isRenamed = change.Change == ChangeKind.Renamed;
                    string name =
                        change.Kind is not ("column" or "metric") ? ""
                        : backwards && isRenamed ? $" {((JsonString)change.Old!).Value}"
                        : $" {change.Names[^1]}";
                    return $"{change.Change} {change.Kind}{name}{(isRenamed || change.Property is null ? "" : ": " + change.Property)}";
                })
                .Order(StringComparer.Ordinal),
        ];

    // In the reverse direction, added items are removed ones; everything else stays.
    private static string Turned(string line) =>
        line.StartsWith("Added", StringComparison.Ordinal) ? "Removed" + line["Added".Length..]
        : line.StartsWith("Removed", StringComparison.Ordinal) ? "Added" + line["Removed".Length..]
        : line;
}
