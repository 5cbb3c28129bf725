using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>The items that turn into type error after a published change are exactly the predicted ones.</summary>
public sealed class PredictionTests : UsageTestBed
{
    private GeneratedOrganization _generated = null!;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange() => _generated = GeneratedOrganization.Fill(Server.Organization, models: 12, workbooks: 60, reports: 12, seed: 7);

    [Theory]
    [InlineData("$e.columns = @($e.columns | Where-Object id -ne $item)")]
    [InlineData("($e.columns | Where-Object id -eq $item).name = 'Another name'")]
    [InlineData("($e.columns | Where-Object id -eq $item).id = 'another-id'")]
    public void Predicted_consumers_are_the_ones_that_break(string change)
    {
        foreach (GeneratedNode column in _generated.ModelColumns.Where(c => c.ElementId is "facts" or "view").Where((_, at) => at % 23 == 5).ToArray())
        {
            Shell.Set("item", column.Id);
            string edit = $"$s = Get-SigmaDataModelSpec {column.DocumentId}; $e = $s.pages[0].elements | Where-Object id -eq '{column.ElementId}'; {change}; ";
            HashSet<string> before = Broken();
            ShellResult sent = Shell.Run(edit + "$s | Set-SigmaDataModelSpec -AllowRemoval -SkipValidation -AllowBreak -MaxUsageRequests 5000 -IndexPath $index -PassThru").MustSucceed();
            PSObject result = PSObject.AsPSObject(Assert.Single(sent.Output)!);
            string[] predicted = [.. ((Array)result.Properties["Consumers"].Value).Cast<object>().Select(UsageRow.Of).Where(r => r.IsCertain && r.Column is not null && !r.Column.StartsWith("total", StringComparison.Ordinal)).Select(r => $"{r.Id} {r.Element}/{r.Column}").Order(StringComparer.Ordinal)];
            string[] broken = [.. Broken().Except(before).Where(b => !b.StartsWith(column.DocumentId, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            Assert.Equal(broken, predicted);

            // The next column starts from a sound organization.
            Shell.Run($"Get-SigmaDataModelSpec {column.DocumentId} -DocumentVersion 1 | Set-SigmaDataModelSpec -IgnoreConflict -AllowRemoval -AllowBreak -SkipValidation -IndexPath $index").MustSucceed();
            Assert.Equal(before, Broken());
        }
    }

    private HashSet<string> Broken() =>
    [
        .. Server.Organization.Documents.SelectMany(d => Server.Organization.BrokenColumns(d.Id).Select(c => $"{d.Id} {c.ElementId}/{c.ColumnId}")),
        .. Server.Organization.Models.SelectMany(m => Server.Organization.BrokenModelColumns(m.Id).Select(c => $"{m.Id} {c.ElementId}/{c.ColumnId}")),
    ];
}
