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
/// Every element, column and metric of every model is renamed and renamed back: the model has the same JSON value as before.
/// </summary>
public sealed class ThereAndBackTests
{
    private const string NewName = "New / [name] \\ \"quoted\"";

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Renaming_and_renaming_back_leaves_no_trace(string file)
    {
        string text = SpecFiles.Text(file);
        SpecDocument original = SpecDocument.Parse(text, file);
        ModelScope model = new(original);
        foreach (ElementScope element in model.Elements)
        {
            string name = model.Names.OfElement(element.Element);
            AssertNoTrace(
                text,
                document => ElementRenaming.Apply(document, element.Id, NewName),
                document => ElementRenaming.Apply(document, element.Id, name));
            foreach (JsonObject column in ElementIds.Objects(element.Element, "columns"))
            {
                string id = ElementIds.Id(column);
                AssertNoTrace(
                    text,
                    document => ColumnRenaming.Apply(document, element.Id, id, NewName),
                    document => ColumnRenaming.Apply(document, element.Id, id, model.Names.Of(column)));
            }

            foreach (JsonObject metric in ElementIds.Objects(element.Element, "metrics"))
            {
                string id = ElementIds.Id(metric);
                AssertNoTrace(
                    text,
                    document => MetricRenaming.Apply(document, element.Id, id, NewName),
                    document => MetricRenaming.Apply(document, element.Id, id, model.Names.Of(metric)));
            }
        }
    }

    private static void AssertNoTrace(string text, Func<SpecDocument, EditReport> there, Func<SpecDocument, EditReport> back)
    {
        SpecDocument document = SpecDocument.Parse(text, "test");
        List<string> before = Names(document);
        try
        {
            there(document);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.EditRefused && e.Message.Contains("say which", StringComparison.Ordinal))
        {
            // Two items of one name and one ID cannot be told apart, and the edit refuses.
            return;
        }

        Assert.Equal(1, before.Zip(Names(document)).Count(pair => pair.First != pair.Second));
        try
        {
            back(document);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.EditRefused && e.Message.Contains("already", StringComparison.Ordinal))
        {
            // A name that two items of the original share is refused on the way back.
            Assert.NotEqual(before.Count, before.Distinct().Count());
            return;
        }

        Assert.True(JsonTree.Same(JsonTree.Parse(text), document.Root), document.ToText());
    }

    // The name of each element, column and metric, with the element's place.
    private static List<string> Names(SpecDocument document)
    {
        ModelScope model = new(document);
        return
        [
            .. model.Elements.SelectMany(
                (element, e) =>
                    new[] { "columns", "metrics" }
                        .SelectMany(list => ElementIds.Objects(element.Element, list))
                        .Select(item => $"{e}/{model.Names.Of(item)}")
                        .Prepend($"/{element.Name}")),
        ];
    }
}
