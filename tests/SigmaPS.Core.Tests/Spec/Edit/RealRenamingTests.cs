using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

/// <summary>
/// Every column of every model is renamed, one at a time: each reference still refers to its item, and nothing else has changed.
/// </summary>
public sealed class RealRenamingTests
{
    private const string NewName = "New / [name] \\ \"quoted\"";

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void References_to_an_item_still_resolve_to_it(string file)
    {
        var text = SpecFiles.Text(file);
        ModelScope original = new(SpecDocument.Parse(text, file));
        List<Place> before = Places(original);
        List<string> meanings = Meanings(original, before);
        List<string> strings = Strings(before);
        SpecDocument stripped = SpecDocument.Parse(text, file);
        Strip(Places(new ModelScope(stripped)));
        foreach ((int element, int column, string elementId, string columnId) in Columns(original))
        {
            SpecDocument document = SpecDocument.Parse(text, file);
            try
            {
                ColumnRenaming.Apply(document, elementId, columnId, NewName);
            }
            catch (SigmaEngineException e) when (e.Message.Contains("Use the ID", StringComparison.Ordinal))
            {
                continue;
            }

            ModelScope renamed = new(document);
            List<Place> after = Places(renamed);
            Assert.Equal(meanings, Meanings(renamed, after));
            Assert.Equal(Names(original, (element, column)), Names(renamed, (element, column)));
            Assert.Equal(strings, Strings(after));
            Assert.Equal(NewName, renamed.Names.Of((JsonObject)renamed.Elements[element].Element.Array("columns")![column]));
            Strip(after);
            Assert.True(JsonTree.Same(stripped.Root, document.Root), $"{elementId} {columnId}");
        }
    }

    private static IEnumerable<(int Element, int Column, string ElementId, string ColumnId)> Columns(ModelScope model) =>
        model.Elements.SelectMany(
            (element, e) => ElementIds.Objects(element.Element, "columns").Select((column, c) => (e, c, element.Id, ElementIds.Id(column)))
        );

    // Each text with the meaning of its references, found once for all that is asserted about them.
    private static List<Place> Places(ModelScope model) =>
        [
            .. FormulaField
                .All(model)
                .Select(field =>
                    new Place(field, [.. field.References().Select(reference => (reference, field.Resolve(reference)))])),
        ];

    // Each reference as the place of what it means, without any name.
    private static List<string> Meanings(ModelScope model, IEnumerable<Place> texts)
    {
        Dictionary<JsonObject, string> places = [];
        foreach ((ElementScope element, int e) in model.Elements.Select((element, e) => (element, e)))
        {
            foreach (string list in new[] { "columns", "metrics" })
            {
                foreach ((JsonObject item, int i) in ElementIds.Objects(element.Element, list).Select((item, i) => (item, i)))
                {
                    places[item] = $"{e}/{list}/{i}";
                }
            }
        }

        return
        [
            .. texts
                .SelectMany(place => place.Uses.Select(use => use.Found))
                .Select(found =>
                    $"{found.Kind} {(found.Target is { } target ? places.GetValueOrDefault(target, OtherName(target)) : "")}"),
        ];
    }

    private static string OtherName(JsonObject target) => target.Text("outputColumnName") ?? target.Text("controlId") ?? "";

    // All names that show, but for the renamed column's own.
    private static List<string> Names(ModelScope model, (int, int) but) =>
        [.. model.Elements.SelectMany((element, e) => ElementIds.Objects(element.Element, "columns").Where((_, c) => (e, c) != but)
            .Concat(ElementIds.Objects(element.Element, "metrics")).Select(model.Names.Of).Prepend(element.Name ?? ""))];

    private static List<string> Strings(IEnumerable<Place> texts) =>
        [
            .. texts
                .Where(place => !place.Field.IsPlain)
                .SelectMany(place =>
                    Regex
                        .Matches(Regex.Replace(place.Field.Text, @"\[(?:[^\]\\]|\\.)*\]", ""), "\"(?:[^\"\\\\]|\\\\.)*\"")
                        .Cast<Match>()
                        .Select(match => match.Value)),
        ];

    // Takes out of a document everything that a renaming may change.
    private static void Strip(IEnumerable<Place> texts)
    {
        foreach (Place place in texts)
        {
            place.Field.ReplaceNames(place.Uses, "x");
            place.Field.Item?.Remove("name");
        }
    }

    private sealed record Place(FormulaField Field, IReadOnlyList<(FormulaReference Reference, Resolution Found)> Uses);
}
