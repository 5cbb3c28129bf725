using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>For each mistake that Sigma refuses: its words, and ours, which name item, place and remedy.</summary>
public sealed class ServiceWordsTests
{
    private static readonly string[] Document = File.ReadAllLines(Path.Combine(Corpus.Repository()!, "docs", "rules.md"));

    [Theory]
    [InlineData(
        "schemaVersion: Invalid 1: undefined",
        "missing-key",
        "remove /schemaVersion",
        "the spec: the key 'schemaVersion' is missing.",
        "Add \"schemaVersion\": 1.")]
    [InlineData(
        "schemaVersion: Invalid 1: undefined",
        "wrong-type",
        "set /schemaVersion \"1\"",
        "'schemaVersion' has to be the number 1",
        "Write \"schemaVersion\": 1, a number without quotes.")]
    [InlineData(
        "pages: Invalid array: undefined",
        "missing-key",
        "remove /pages",
        "the spec: the key 'pages' is missing.",
        "Add \"pages\": [ … ]")]
    [InlineData(
        "Syntax error in data model spec",
        "workbook-key",
        "set /layout {}",
        "the spec: 'layout' belongs to a workbook",
        "Remove 'layout'.")]
    [InlineData(
        "Syntax error in data model spec",
        "workbook-key",
        "set /document {}",
        "the spec: 'document' belongs to a workbook",
        "Move 'pages' and 'schemaVersion' directly into the outermost object.")]
    [InlineData(
        "source.statement: Invalid string: undefined",
        "missing-key",
        "set $orders/source {\"kind\":\"sql\",\"connectionId\":\"c\",\"sql\":\"select 1\"}",
        "table \"Orders\" (ID orders): a source of kind 'sql' needs 'statement'.",
        "Rename 'sql' to 'statement'.")]
    [InlineData(
        "pages[0].elements[N].columns[0].formula: Invalid string: undefined",
        "missing-key",
        "remove $orders/columns/5/formula",
        "column \"Net\" (ID c-net) of table \"Orders\" (ID orders): the key 'formula' is missing.",
        "Add \"formula\": \"[TABLE/Column]\"")]
    [InlineData(
        "Invalid kind: pages[0].elements[N], got \"…\"",
        "missing-key",
        "set $orders/source {\"kind\":\"join\",\"left\":{},\"right\":{}}",
        "table \"Orders\" (ID orders): a source of kind 'join' needs 'joins'.",
        "A join is written as \"joins\": [{ \"left\": source")]
    [InlineData(
        "Invalid kind: pages[0].elements[N], got \"…\"",
        "wrong-type",
        "set $orders/source \"ORDERS\"",
        "table \"Orders\" (ID orders): 'source' has to be an object",
        "Write 'source' as an object in braces.")]
    [InlineData(
        "Invalid kind: pages[0].elements[N], got \"…\"",
        "unknown-kind",
        "set $orders/kind \"tabel\"",
        "the kind 'tabel' is not one that the schema knows",
        "Did you mean 'table'?")]
    [InlineData(
        "Invalid value: …filters[M], got object",
        "missing-key",
        "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",\"startDate\":\"2026-01-01\"}",
        "filter 'f1' on \"Order Date\" of table \"Orders\" (ID orders): ",
        "Add \"mode\": one of 'between'")]
    [InlineData(
        "Invalid value: …filters[M], got object",
        "wrong-type",
        "set $orders/filters/0/min \"0\"",
        "filter 'f1' on \"Amount\" of table \"Orders\" (ID orders): 'min' has to be a number",
        "Write the number of 'min' without quotes.")]
    [InlineData(
        "Invalid value: …filters[M], got object",
        "unknown-value",
        "set $orders/filters/0/state \"off\"",
        "filter 'f1' on \"Amount\" of table \"Orders\" (ID orders): ",
        "")]
    [InlineData(
        "dependency not found: formula reference 'orders/country region'",
        "unknown-reference",
        "set $orders/columns/0/formula \"[ORDRES/Country Region]\"",
        "of table \"Orders\" (ID orders): [ORDRES/Country Region] in the formula does not refer to an existing item",
        "A column of the source is written [ORDERS/Country Region].")]
    [InlineData(
        "Cannot resolve columns on table …: dependency not found",
        "unknown-id",
        "set /pages/1/elements/0/source {\"kind\":\"table\",\"elementId\":\"gone\"}",
        "table \"customers\" (ID customers): elementId 'gone' does not refer to an element of this model.",
        "Use the ID of an element of this model")]
    [InlineData(
        "Cannot resolve columns on table …: dependency not found",
        "unknown-reference",
        "set /pages/1/elements/0/source {\"kind\":\"table\",\"elementId\":\"orders\"}",
        "column \"Customer Name\" (ID k-name) of table \"Orders\" (ID customers): "
            + "[CUSTOMERS/Customer Name] in the formula does not refer to an existing item",
        "A column of the source is written [Orders/Customer Name].")]
    [InlineData(
        "Column reference not found",
        "unknown-source-column",
        "set /pages/1/elements/0/source "
            + "{\"kind\":\"join\",\"joins\":[{\"left\":{\"kind\":\"table\",\"elementId\":\"orders\"},\"right\":{\"kind\":\"table\","
            + "\"elementId\":\"orders\"},\"columns\":[{\"left\":\"[c-net]\",\"right\":\"[Net]\"}]}]}",
        "(ID customers): '[c-net]' does not refer to a column of \"Orders\".",
        "Did you mean [Net]?")]
    [InlineData(
        "Grouping not found: 'base'",
        "grouping-base",
        "set /pages/1/elements/0/source {\"kind\":\"table\",\"elementId\":\"orders\",\"groupingId\":\"base\"}",
        "(ID customers): groupingId is 'base'",
        "Remove 'groupingId'.")]
    [InlineData(
        "Element X not found in data model",
        "unknown-id",
        "set $orders/relationships/0/targetElementId \"gone\"",
        "relationship \"Customer\" (ID r1) of table \"Orders\" (ID orders): "
            + "targetElementId 'gone' does not refer to an element of this model.",
        "Use the ID of an element of this model, or remove the reference.")]
    [InlineData(
        "Invalid parameter on control: X targeting data model: Y, controlId: Z.",
        "unknown-parameter",
        "set /pages/0/elements/1/parameters "
            + "[{\"kind\":\"data-model\",\"dataModelId\":\"467bc369-5db7-4963-8172-b24a49dbc75b\",\"controlId\":\"Gone\"}]",
        "control \"Least\" (ID ctl): the parameter's controlId 'Gone' does not refer to a control of this model.",
        "Use the controlId of a control of that model")]
    [InlineData(
        "Invalid id format",
        "control-id",
        "set /pages/0/elements/1/controlId \"At least\"",
        "(ID ctl): the controlId 'At least' is not one that the service accepts.",
        "Use 1 to 64 of the letters")]
    [InlineData(
        "Invalid id format",
        "dotted-control-id",
        "set /pages/0/elements/1/controlId \"At.least\"",
        "(ID ctl): the controlId 'At.least' has a dot",
        "Use '-' or '_'")]
    [InlineData(
        "Invalid column reference",
        "unknown-id",
        "set $orders/filters/0/columnId \"Amount\"",
        "filter 'f1' on \"Amount\" of table \"Orders\" (ID orders): "
            + "columnId 'Amount' does not refer to a column of \"Orders\" (ID orders).",
        "Did you mean 'c-amount'? Use the ID, not the name.")]
    [InlineData(
        "Invalid column reference",
        "bare-column",
        "set /pages/1/elements/0/source "
            + "{\"kind\":\"union\",\"sources\":[{\"kind\":\"table\",\"elementId\":\"orders\"}],\"matches\":[{\"outputColumnName\":\"Net\","
            + "\"sourceColumns\":[\"Net\"]}]}",
        "(ID customers): 'Net' has no brackets",
        "Write \"[Net]\".")]
    [InlineData(
        "Invalid element ID",
        "unknown-id",
        "set $orders/relationships/0/targetElementId \"ctl\"",
        "relationship \"Customer\" (ID r1) of table \"Orders\" (ID orders): targetElementId 'ctl' refers to a control",
        "Use the ID of a table.")]
    public void Error_has_the_service_s_words_and_ours(string service, string rule, string edit, string message, string advice)
    {
        var text = Trees.Indented(SampleModel.Tree(edit));
        var issue = Assert.Single(Judged.Json(text), found =>
            found.RuleId == rule && found.Message.Contains(message, StringComparison.Ordinal));
        Assert.StartsWith(advice, issue.Suggestion, StringComparison.Ordinal);
        Assert.True(issue.Position!.Value.Line > 1 || issue.Pointer.Length == 0, issue.Pointer);
        Assert.Contains(Document, line =>
            line.StartsWith($"| {rule} |", StringComparison.Ordinal) && line.Contains($"`{service}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Document_and_the_module_have_the_same_rules() =>
        Assert.Equal(
            SpecRuleSet.All.Select(rule => $"| {rule.Id} | {rule.Severity} | {rule.Summary}"),
            Document
                .Where(line =>
                    line.StartsWith("| ", StringComparison.Ordinal)
                    && !line.StartsWith("| ---", StringComparison.Ordinal)
                    && !line.StartsWith("| Rule", StringComparison.Ordinal))
                .Select(line => string.Join(" |", line.Split(" |")[..3])));
}
