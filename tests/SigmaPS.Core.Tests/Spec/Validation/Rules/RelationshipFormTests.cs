using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation.Rules;

/// <summary>Rows 153 and 161 of the function sheet: a name that Sigma shows, and a dot in a SQL statement.</summary>
public sealed class RelationshipFormTests
{
    private const string Model = """
        {"name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
        {"id":"d","kind":"table","name":"Stores","source":{"kind":"warehouse-table","connectionId":"c","path":["D","STORES"]},"columns":[{"id":"k","formula":"[STORES/Key]","name":"Key"},{"id":"t","formula":"[STORES/City]","name":"City"}]},
        {"id":"e","kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"c","path":["D","ORDERS"]},"columns":[{"id":"a","formula":"[ORDERS/Store]","name":"Store"},{"id":"b","formula":FORMULA,"name":"Place"}],
         "relationships":[{"id":"r","targetElementId":"d","keys":[{"sourceColumnId":"a","targetColumnId":"k"}],"name":"STORE_DIM"}]}]}]}
        """;

    [Theory]
    [InlineData("[City (STORE_DIM)]")]
    [InlineData("Upper([City (STORE_DIM)]) & \"x\"")]
    public void Name_with_its_relationship_gets_the_form_through_the_relationship(string formula)
    {
        string text = Model.Replace("FORMULA", System.Text.Json.JsonSerializer.Serialize(formula), System.StringComparison.Ordinal);
        SpecIssue issue = Assert.Single(ParsedSpec.Parse(text, SpecFormat.Json).Validate(rule => rule.Id == "unknown-reference"));
        Assert.Equal(IssueSeverity.Error, issue.Severity);
        Assert.Contains("[ORDERS/STORE_DIM/City]", issue.Suggestion);
        SpecDocument document = SpecDocument.Parse(text, "m");
        Assert.Single(FormulaRepair.Apply(document, new[] { "unknown-reference" }));
        Assert.Empty(SpecValidator.Validate(document, rule => rule.Id == "unknown-reference"));
    }

    [Theory]
    [InlineData("[City (OTHER)]")]
    [InlineData("[Nope (STORE_DIM)]")]
    public void Another_name_in_parentheses_gets_no_form(string formula)
    {
        string text = Model.Replace("FORMULA", System.Text.Json.JsonSerializer.Serialize(formula), System.StringComparison.Ordinal);
        Assert.Null(
            Assert.Single(ParsedSpec.Parse(text, SpecFormat.Json).Validate(rule => rule.Id == "unknown-reference")).SuggestedFormula);
    }

    [Theory]
    [InlineData("select * from T where D between {{range-1}}.start and {{range-1}}.end", 2)]
    [InlineData("select * from T where D between {{range-1}}:start and {{range-1}}:end", 0)]
    [InlineData("select {{schema}}.started, {{alias}}.endpoint, x.start from T", 0)]
    public void Dot_after_a_control_in_a_statement_is_a_warning_with_the_colon(string statement, int count)
    {
        string text =
            """{"name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","source":{"kind":"sql","connectionId":"c","statement":"STATEMENT"},"columns":[]}]}]}""".Replace(
                "STATEMENT",
                statement,
                System.StringComparison.Ordinal);
        SpecIssue[] issues = [.. ParsedSpec.Parse(text, SpecFormat.Json).Validate(rule => rule.Id == "sql-control-range")];
        Assert.Equal(count, issues.Length);
        Assert.All(issues, issue => Assert.Equal(IssueSeverity.Warning, issue.Severity));
        SpecDocument document = SpecDocument.Parse(text, "m");
        FormulaRepair.Apply(document, new[] { "sql-control-range" });
        Assert.DoesNotContain("}}.start ", document.ToText());
        Assert.Equal(count > 0, document.ToText().Contains("{{range-1}}:end", System.StringComparison.Ordinal) && count > 0);
    }
}
