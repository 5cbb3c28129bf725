using System;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

/// <summary>How a reference and a default name are written after a rename there and back.</summary>
public sealed class SpellingBackTests
{
    [Fact]
    public void Spelling_of_a_reference_comes_back_while_the_model_is_in_memory()
    {
        (string, Action<SpecDocument>, Action<SpecDocument>)[] renames =
        [
            ("[UNIT_PRICE] * 2 + [Unit Price]", Column("Unit Price", "Cost"), Column("Cost", "Unit Price")),
            ("[unit price] * 2", Column("Unit Price", "Cost"), Column("Cost", "Unit Price")),
            ("[Net/Gross] * 2", Column("Net/Gross", "Ratio"), Column("Ratio", "Net/Gross")),
            ("[A/B/Unit Price] * 2", Element("A/B", "Orders"), Element("Orders", "A/B")),
        ];
        foreach ((string formula, Action<SpecDocument> there, Action<SpecDocument> back) in renames)
        {
            string text = Priced(formula);
            SpecDocument document = SpecDocument.Parse(text, "test");
            there(document);
            Assert.DoesNotContain(formula, document.ToText(), StringComparison.Ordinal);

            // A rename in between does not lose the spelling.
            Column("Twice", "Double")(document);
            Column("Double", "Twice")(document);
            back(document);
            Assert.True(JsonTree.Same(JsonTree.Parse(text), document.Root), document.ToText());
        }
    }

    [Fact]
    public void Spelling_does_not_come_back_when_it_means_another_column_now()
    {
        SpecDocument document = SpecDocument.Parse(Priced("[UNIT_PRICE] * 2"), "test");
        Column("Unit Price", "Cost")(document);
        Column("Net/Gross", "UNIT_PRICE")(document);
        Column("Cost", "Unit Price")(document);
        Assert.Contains("[Unit Price] * 2", document.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Originals_that_are_equal_in_a_file_have_one_text_after_the_rename()
    {
        // A spelling is not in the file any more, and neither is the origin of a name in a file that puts all names first.
        Assert.Equal(There(Priced("[UNIT_PRICE] * 2")), There(Priced("[Unit Price] * 2")));
        string leftOut = Priced("1").Replace("{\"id\":\"p\",\"name\":\"P\",", "{\"name\":\"P\",\"id\":\"p\",", StringComparison.Ordinal);
        string spelledOut = leftOut.Replace("{\"id\":\"u\",", "{\"name\":\"Unit Price\",\"id\":\"u\",", StringComparison.Ordinal);
        Assert.NotEqual(leftOut, spelledOut);
        Assert.Equal(There(leftOut), There(spelledOut));

        static string There(string text)
        {
            SpecDocument document = SpecDocument.Parse(text, "test");
            Column("Unit Price", "Cost")(document);
            return document.ToText();
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"name\":\"Qty\"", false)]
    public void Renaming_back_in_a_live_model_leaves_a_default_name_out_when_the_others_are_left_out(string sibling, bool isLeftOut)
    {
        // Sigma has moved the name that the first rename added.
        SpecDocument document = SpecDocument.Parse(
            $$"""
            {"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"t","kind":"table",
             "source":{"kind":"warehouse-table","connectionId":"c","path":["DB","T"]},
             "columns":[{"id":"u","formula":"[T/Unit Price]","name":"Cost"},{"id":"q","formula":"[T/Qty]"{{sibling}}}]}]}]}
            """,
            "test");
        ModelRenaming.ApplyToLive([("m", document)], new ItemRename(RenameKind.Column, "t", "Cost", "Unit Price"), isSafe: false);
        JsonObject column = (JsonObject)document.Elements.Single().Array("columns")![0];
        Assert.Equal(isLeftOut ? null : "Unit Price", column.Text("name"));
    }

    private static Action<SpecDocument> Column(string name, string newName) =>
        document => ColumnRenaming.Apply(document, "t", name, newName);

    private static Action<SpecDocument> Element(string name, string newName) =>
        document => ElementRenaming.Apply(document, name, newName);

    private static string Priced(string formula) =>
        $$"""
        {"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"t","kind":"table",
         "source":{"kind":"warehouse-table","connectionId":"c","path":["DB","T"]},
         "columns":[{"id":"u","formula":"[T/UNIT_PRICE]"},{"id":"n","formula":"[T/X]","name":"Net/Gross"},
          {"id":"w","formula":"{{formula}}","name":"Twice"}],"name":"A/B"}]}]}
        """;
}
