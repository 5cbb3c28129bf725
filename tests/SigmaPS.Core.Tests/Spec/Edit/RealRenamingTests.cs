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
/// Every column of every model is renamed, one at a time: what referred to a thing still refers to it, and nothing else has changed.
/// </summary>
public sealed class RealRenamingTests
{
    private const string NewName = "New / [name] \\ \"quoted\"";

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void What_referred_to_a_thing_still_does(string file)
    {
        var text = SpecFiles.Text(file);
        SpecDocument original = SpecDocument.Parse(text, file);
        List<string> meanings = Meanings(original);
        List<string> strings = Strings(original);
        JsonObject stripped = Stripped(original).Root;
        foreach ((int element, int column, string elementId, string columnId) in Columns(original))
        {
            SpecDocument renamed = SpecDocument.Parse(text, file);
            try
            {
                ColumnRenaming.Apply(renamed, elementId, columnId, NewName);
            }
            catch (SigmaEngineException e) when (e.Message.Contains("Use the ID", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.Equal(meanings, Meanings(renamed));
            Assert.Equal(Names(original, (element, column)), Names(renamed, (element, column)));
            Assert.Equal(strings, Strings(renamed));
            Assert.Equal(
                NewName,
                new DisplayNames(renamed).Of((JsonObject)new ModelScope(renamed).Elements[element].Element.Array("columns")![column]));
            Assert.True(JsonTree.Same(stripped, Stripped(renamed).Root), $"{elementId} {columnId}");
        }
    }

    private static IEnumerable<(int Element, int Column, string ElementId, string ColumnId)> Columns(SpecDocument document) =>
        new ModelScope(document).Elements.SelectMany(
            (element, e) => ElementIds.Objects(element.Element, "columns").Select((column, c) => (e, c, element.Id, ElementIds.Id(column)))
        );

    // Each reference as the place of what it means, without any name.
    private static List<string> Meanings(SpecDocument document)
    {
        ModelScope model = new(document);
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
            .. FormulaField
                .All(model)
                .SelectMany(place => place.References().Select(reference => place.Resolve(reference)))
                .Select(found =>
                    $"{found.Kind} {(found.Target is { } target ? places.GetValueOrDefault(target, OtherName(target)) : "")}"),
        ];
    }

    private static string OtherName(JsonObject target) => target.Text("outputColumnName") ?? target.Text("controlId") ?? "";

    // All names that show, but for the renamed column's own.
    private static List<string> Names(SpecDocument document, (int, int) but) => Names(new ModelScope(document), but);

    private static List<string> Names(ModelScope model, (int, int) but) =>
        [.. model.Elements.SelectMany((element, e) => ElementIds.Objects(element.Element, "columns").Where((_, c) => (e, c) != but)
            .Concat(ElementIds.Objects(element.Element, "metrics")).Select(model.Names.Of).Prepend(element.Name ?? ""))];

    private static List<string> Strings(SpecDocument document) =>
        [
            .. FormulaField
                .All(new ModelScope(document))
                .Where(place => !place.IsPlain)
                .SelectMany(place =>
                    Regex
                        .Matches(Regex.Replace(place.Text, @"\[(?:[^\]\\]|\\.)*\]", ""), "\"(?:[^\"\\\\]|\\\\.)*\"")
                        .Cast<Match>()
                        .Select(match => match.Value)),
        ];

    // The document less everything that a renaming may change.
    private static SpecDocument Stripped(SpecDocument document)
    {
        SpecDocument copy = SpecDocument.Parse(document.ToText(), "copy");
        foreach (
            (FormulaField place, var uses) in FormulaField
                .All(new ModelScope(copy))
                .Select(place => (place, place.References().Select(reference => (reference, place.Resolve(reference))).ToList()))
                .ToList())
        {
            place.ReplaceNames(uses, "x");
            place.Item?.Remove("name");
        }

        return copy;
    }
}
