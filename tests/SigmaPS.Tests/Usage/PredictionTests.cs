using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>The items that turn into type error after a published change are exactly the predicted ones.</summary>
[StartsEarly]
public sealed class PredictionTests : UsageTestBed
{
    private static readonly (string Kind, string Script)[] Changes =
    [
        ("column", "$e.columns = @($e.columns | Where-Object id -ne $item)"),
        ("column", "($e.columns | Where-Object id -eq $item).name = 'Another name'"),
        ("column", "($e.columns | Where-Object id -eq $item).id = 'another-id'"),
        ("metric", "$e.metrics = @($e.metrics | Where-Object id -ne $item)"),
        (
            "element",
            "$s.pages[0].elements = @($s.pages[0].elements | Where-Object { $_.id -ne $e.id -and $_.source.elementId -ne $e.id })"),
        ("element", "$e.name = 'Another element'"),
    ];

    private GeneratedOrganization _generated = null!;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange() =>
        _generated = GeneratedOrganization.Fill(Organization, workbooks: 100, reports: 15);

    [Fact]
    public void Predicted_consumers_are_the_ones_that_break()
    {
        // Each change is taken back, so all of them have the same organization and the same index.
        HashSet<string> before = Broken();
        Assert.All(Changes, change => AssertPrediction(change.Kind, change.Script, before));
    }

    private void AssertPrediction(string kind, string change, HashSet<string> before)
    {
        GeneratedNode[] items =
        [
            .. _generated.Nodes.Where(n => n.DocumentKind == "DataModel" && n.Kind == kind && n.ElementId is "facts" or "view"),
        ];
        int broke = 0;
        foreach (GeneratedNode column in items.Where((_, at) => at % (items.Length / 5) == 1))
        {
            Shell.Set("item", column.Id);
            string edit =
                $"$s = Get-SigmaDataModelSpec {column.DocumentId}; $e = $s.pages[0].elements | Where-Object id -eq '{column.ElementId}'; "
                    + $"{change}; ";
            ShellResult sent = Run(
                edit
                    + "$s | Set-SigmaDataModelSpec -AllowRemoval -SkipValidation -AllowBreak -MaxUsageRequests 5000 -IndexPath $index "
                    + "-PassThru"
            ).MustSucceed();
            PSObject result = PSObject.AsPSObject(Assert.Single(sent.Output)!);
            string[] predicted =
            [
                .. ((IEnumerable)result.Properties["Consumers"].Value)
                    .Cast<object>()
                    .Select(UsageRow.Of)
                    .Where(r => r.IsCertain && r.Column is not null && !r.Column.StartsWith("total", StringComparison.Ordinal))
                    .Select(r => $"{r.Id} {r.Element}/{r.Column}")
                    .Order(StringComparer.Ordinal),
            ];
            string[] broken =
            [
                .. Broken()
                    .Except(before)
                    .Where(b => !b.StartsWith(column.DocumentId, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            Assert.True(
                broken.SequenceEqual(predicted),
                $"{column}: not predicted {Names(broken.Except(predicted))}; wrongly predicted {Names(predicted.Except(broken))}");
            broke += broken.Length;

            // The next column starts from a sound organization.
            Run(
                $"Get-SigmaDataModelSpec {column.DocumentId} -DocumentVersion 1 | Set-SigmaDataModelSpec -IgnoreConflict "
                    + "-AllowRemoval -AllowBreak -SkipValidation -IndexPath $index"
            ).MustSucceed();
            Assert.Equal(before, Broken());
        }

        Assert.True(broke > 0, "No change broke anything, so nothing was predicted.");
    }

    private string Names(IEnumerable<string> keys) =>
        string.Join(
            ", ",
            keys.Take(3)
                .Select(key =>
                    _generated.Nodes.FirstOrDefault(n => $"{n.DocumentId} {n.ElementId}/{n.Id}" == key) is { } node
                        ? $"{node} reads {string.Join(" and ", node.Reads)}"
                        : key));

    private HashSet<string> Broken() =>
        [
            .. Organization.Documents.SelectMany(d =>
                Organization.BrokenColumns(d.Id).Select(c => $"{d.Id} {c.ElementId}/{c.ColumnId}")),
            .. Organization.Models.SelectMany(m =>
                Organization.BrokenModelColumns(m.Id).Select(c => $"{m.Id} {c.ElementId}/{c.ColumnId}")),
        ];
}
