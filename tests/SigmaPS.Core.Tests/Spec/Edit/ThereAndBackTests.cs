using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

/// <summary>
/// Every element, control, column and metric of every model is renamed and renamed back: the model has the same JSON value as before. It
/// does not matter whether the model stays in memory or is a file that two commands read.
/// </summary>
public sealed class ThereAndBackTests
{
    private const string NewName = "New / [name] \\ \"quoted\"";

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Renaming_and_renaming_back_leaves_no_trace(string file) => AssertNoTrace(SpecFiles.Text(file));

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    public void Renaming_back_keeps_default_names_that_a_file_spells_out(string file)
    {
        // A file that leaves out no name or one is the same in two layouts.
        foreach (string text in Enum.GetValues<SpelledOutNames.Layout>()
            .Select(layout => SpelledOutNames.Write(SpecFiles.Text(file), layout)).Distinct())
        {
            AssertNoTrace(text, isInMemory: false);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Renaming_back_leaves_no_trace_in_a_generated_model(int seed)
    {
        foreach (bool isOldLayout in new[] { false, true })
        {
            string text = new NamedModel(seed, isOldLayout).Text;
            AssertNoTrace(text, isSaved: false);
            AssertNoTrace(WithDisplayNames(text));
        }
    }

    // The same model with each reference written as a rename writes it.
    private static string WithDisplayNames(string text)
    {
        SpecDocument document = SpecDocument.Parse(text, "test");
        ModelScope model = new(document);
        foreach (
            var uses in FormulaField
                .All(model)
                .SelectMany(field =>
                    field.References().Select(reference => (Field: field, Reference: reference, Found: field.Resolve(reference))))
                .Where(use => use.Found.Target is not null && use.Found.Kind is ReferenceKind.Column or ReferenceKind.Metric)
                .GroupBy(use => use.Field)
                .ToList())
        {
            uses.Key.Set(
                uses.Key.Replaced(
                    [
                        .. uses.Select(use =>
                            (use.Reference, use.Found.NameStep, use.Reference.Steps.Count, model.Names.Of(use.Found.Target!))),
                    ]));
        }

        return document.ToText();
    }

    private static void AssertNoTrace(string text, bool isInMemory = true, bool isSaved = true)
    {
        SpecDocument original = SpecDocument.Parse(text, "test");
        List<string> before = Names(original);
        foreach ((Action<SpecDocument, string> rename, string name) in Renames(original))
        {
            SpecDocument document = SpecDocument.Parse(text, "test");
            if (IsRenamed(before, document, rename))
            {
                // Both ways back begin with the same renamed model, so it is renamed once. The file is written before the way in memory.
                SpecDocument? saved = isSaved ? SpecDocument.Parse(document.ToText(), "test") : null;
                foreach (SpecDocument way in new[] { isInMemory ? document : null, saved }.OfType<SpecDocument>())
                {
                    AssertNoTrace(original, before, way, rename, name);
                }
            }
        }
    }

    private static IEnumerable<(Action<SpecDocument, string> Rename, string Name)> Renames(SpecDocument original)
    {
        ModelScope model = new(original);
        foreach (JsonObject control in original.Elements.Where(element => element.Text("kind") == "control"))
        {
            string id = ElementIds.Id(control);
            yield return ((document, name) => ElementRenaming.Apply(document, id, name), model.Names.OfElement(control));
        }

        foreach (ElementScope element in model.Elements)
        {
            yield return ((document, name) => ElementRenaming.Apply(document, element.Id, name), model.Names.OfElement(element.Element));
            foreach (JsonObject column in ElementIds.Objects(element.Element, "columns"))
            {
                string id = ElementIds.Id(column);
                yield return ((document, name) => ColumnRenaming.Apply(document, element.Id, id, name), model.Names.Of(column));
            }

            foreach (JsonObject metric in ElementIds.Objects(element.Element, "metrics"))
            {
                string id = ElementIds.Id(metric);
                yield return ((document, name) => MetricRenaming.Apply(document, element.Id, id, name), model.Names.Of(metric));
            }
        }
    }

    private static bool IsRenamed(List<string> before, SpecDocument document, Action<SpecDocument, string> rename)
    {
        try
        {
            rename(document, NewName);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.EditRefused && e.Message.Contains("Use the ID", StringComparison.Ordinal))
        {
            // Two items of one name and one ID cannot be distinguished, and the edit refuses.
            return false;
        }

        Assert.Equal(1, before.Zip(Names(document)).Count(pair => pair.First != pair.Second));
        return true;
    }

    private static void AssertNoTrace(
        SpecDocument original, List<string> before, SpecDocument document, Action<SpecDocument, string> rename, string name)
    {
        try
        {
            rename(document, name);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.EditRefused && e.Message.Contains("already", StringComparison.Ordinal))
        {
            // A name that two items of the original share is refused in the reverse rename.
            Assert.NotEqual(before.Count, before.Distinct().Count());
            return;
        }

        if (!JsonTree.Same(original.Root, document.Root))
        {
            Assert.Fail($"'{name}': {Difference(original, document)}");
        }
    }

    private static string Difference(SpecDocument before, SpecDocument after)
    {
        string[] old = before.ToText().Split('\n');
        string[] now = after.ToText().Split('\n');
        return string.Join("\n", old.Except(now).Select(line => "- " + line).Concat(now.Except(old).Select(line => "+ " + line)));
    }

    // The name of each control, element, column and metric, with the element's place.
    private static List<string> Names(SpecDocument document)
    {
        ModelScope model = new(document);
        return
        [
            .. document.Elements.Where(element => element.Text("kind") == "control").Select(model.Names.OfElement),
            .. model.Elements.SelectMany(
                (element, e) =>
                    new[] { "columns", "metrics" }
                        .SelectMany(list => ElementIds.Objects(element.Element, list))
                        .Select(item => $"{e}/{model.Names.Of(item)}")
                        .Prepend($"/{element.Name}")),
        ];
    }
}
