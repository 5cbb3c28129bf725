using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>Each kind of item, removed, renamed or with a new ID: who loses it is named, and nobody else.</summary>
public sealed class TakenKindTests : UsageTestBed
{
    private const string Set = "$s | Set-SigmaDataModelSpec -AllowRemoval -SkipValidation -IndexPath $index -PassThru ";

    /// <summary>A model whose control sets the control of the base model.</summary>
    internal static string PickerModel => $$"""
        {"dataModelId":"77777777-7777-4777-8777-777777777777","name":"Picker","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
        {"id":"k","kind":"control","controlId":"Mine","controlType":"text","mode":"equals","value":"x",
         "parameters":[{"kind":"data-model","dataModelId":"{{Consumer.Base}}","controlId":"Region-Pick"}]}]}]}
        """;

    /// <summary>The edit, the kind and the item in the message, how it goes, and the consumers that lose it.</summary>
    public static TheoryData<string, string, string, string[]> Rows =>
        new()
        {
            { "$cust.columns = @($cust.columns | Where-Object id -ne 'r')", "column Customers/Region", "removed", ["c3", "c6"] },
            { "($cust.columns | Where-Object id -eq 'r').name = 'Area'", "column Customers/Region", "renamed", ["c3", "c6"] },
            { "($cust.columns | Where-Object id -eq 'r').id = 'r2'", "column Customers/Region", "new ID", ["c3", "c6"] },
            { "$ord.metrics = @()", "metric Orders/Total", "removed", ["c4"] },
            { "$ord.metrics[0].name = 'Sum'", "metric Orders/Total", "renamed", ["c4"] },
            { "$ord.metrics[0].id = 'm2'", "metric Orders/Total", "new ID", ["c4"] },
            { "$ord.relationships = @()", "relationship Orders/Buyer", "removed", ["c3"] },
            { "$ord.relationships[0].name = 'Client'", "relationship Orders/Buyer", "renamed", ["c3"] },
            { "$ord.relationships[0].id = 'rel2'", "relationship Orders/Buyer", "new ID", ["c3"] },
            {
                "$ord.relationships = @(); $p.elements = @($p.elements | Where-Object id -ne 'cust')",
                "element Customers",
                "removed",
                ["c3", "c6"]
            },
            { "$cust.name = 'Clients'", "element Customers", "renamed", ["c6"] },
            { "$cust.id = 'cust2'; $ord.relationships[0].targetElementId = 'cust2'", "element Customers", "new ID", ["c3", "c6"] },
            { "$p.elements = @($p.elements | Where-Object id -ne 'ctl')", "control Region-Pick", "removed", ["Mine"] },
            { "$ctl.controlId = 'Other-Pick'", "control Region-Pick", "renamed", ["Mine"] },
        };

    /// <summary>Edits that take nothing away.</summary>
    public static TheoryData<string> Keeping => new()
    {
        "$cust.columns[1].description = 'Where the customer lives'",
        "$ord.columns[0].formula = '[Custom SQL/b]'",
        "$ord.metrics[0].formula = 'Max([Amount])'",
        "$cust.columns = @($cust.columns[1], $cust.columns[0])",
        "$ord.metrics += @{ id = 'n'; name = 'More'; formula = 'Min([Amount])' }",
        "$ctl.id = 'ctl2'",
        "$p.name = 'Another page'",
    };

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        Organization.AddModel(PickerModel);
        string orders = Consumer.Table(
            string.Join(
                ',',
                Consumer.Column("c1", "Sum([Orders/Amount])"),
                Consumer.Column("c3", "[Orders/Buyer/Region]"),
                Consumer.Column("c4", "[Metrics/Total]"),
                Consumer.Column("c5", "[Orders/Customer]")));
        string customers = Consumer.Table(Consumer.Column("c6", "[Customers/Region]") + "," + Consumer.Column("c7", "1 + 1"), "e2", "cust");
        Organization.AddWorkbook(Consumer.Content(orders + "," + customers));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Item_that_goes_is_named_with_exactly_its_consumers(string edit, string item, string change, string[] consumers)
    {
        ShellResult refused = Run(Edited(edit) + Set);
        Assert.Equal("SigmaBreaksConsumers", refused.ErrorId);
        Assert.Contains($"{item} ({change})", refused.ErrorText, StringComparison.Ordinal);
        Assert.Equal(
            change == "renamed",
            refused.ErrorText.Contains("It is not known whether Sigma carries consumers along", StringComparison.Ordinal));
        Assert.Equal(1, Organization.GetModel(Consumer.Base).LatestVersion);

        PSObject result = PSObject.AsPSObject(Assert.Single(Run(Edited(edit) + Set + "-AllowBreak").MustSucceed().Output)!);
        UsageRow[] rows = [.. ((IEnumerable)result.Properties["Consumers"].Value).Cast<object>()
            .Select(UsageRow.Of).Where(row => row.IsCertain)];
        Assert.Equal(consumers, rows.Select(row => row.Column!).Order(StringComparer.Ordinal));
        string[] findings =
        [
            .. ((IEnumerable<string>)result.Properties["Findings"].Value).Where(finding =>
                finding.EndsWith("is broken now.", StringComparison.Ordinal)),
        ];
        string[] broken =
        [
            .. Organization.BrokenColumns(Consumer.Document).Select(column => column.ColumnId).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(broken.Length, findings.Length);
        Assert.Empty(broken.Except(consumers));
    }

    [Theory]
    [MemberData(nameof(Keeping))]
    public void Edit_that_takes_nothing_away_asks_nobody(string edit)
    {
        Requests.Clear();
        Run(Edited(edit) + Set).MustSucceed();
        Assert.Equal(2, Organization.GetModel(Consumer.Base).LatestVersion);
        Assert.DoesNotContain(Requested, path =>
            path is "/v2/dataModels" or "/v2/reports" || path.StartsWith("/v2/workbooks", StringComparison.Ordinal));
    }

    [Fact]
    public void Grouping_that_goes_is_named_with_the_model_that_reads_it()
    {
        const string Read = "88888888-8888-4888-8888-888888888888";
        const string Reader = "99999999-9999-4999-8999-999999999999";
        Organization.AddModel(Grouped(Read, "", """{"kind":"sql","connectionId":"c","statement":"select 1 as a"}""", "[Custom SQL/a]"));
        string source = $$"""{"kind":"data-model","dataModelId":"{{Read}}","elementId":"t","groupingId":"g"}""";
        Organization.AddModel(Grouped(Reader, "Reader", source, "[T/A]"));
        ShellResult refused = Run($"$s = Get-SigmaDataModelSpec {Read}; $s.pages[0].elements[0].groupings = @(); " + Set);
        Assert.Equal("SigmaBreaksConsumers", refused.ErrorId);
        Assert.Contains("grouping T/g (removed)", refused.ErrorText, StringComparison.Ordinal);
        Assert.Contains($"\"Reader\" ({Reader})", refused.ErrorText, StringComparison.Ordinal);

        static string Grouped(string id, string name, string source, string formula) => $$"""
            {"dataModelId":"{{id}}","name":"{{name}}","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
            {"id":"t","kind":"table","name":"T","source":{{source}},"columns":[{"id":"a","formula":"{{formula}}","name":"A"}],
             "groupings":[{"id":"g","groupBy":["a"]}]}]}]}
            """;
    }

    private static string Edited(string edit) =>
        $"$s = Get-SigmaDataModelSpec {Consumer.Base}; $p = $s.pages[0]; $cust, $ord, $ctl = $p.elements; {edit}; ";
}
