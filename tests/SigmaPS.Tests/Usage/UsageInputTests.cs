using System;
using System.IO;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>Everything that Find-SigmaUsage takes from the pipeline: models, elements, columns, changes and plans.</summary>
public sealed class UsageInputTests : UsageTestBed
{
    private const string Edited =
        "$s = Get-SigmaDataModelSpec " + Consumer.Base + "; $t = $s.PSObject.Copy(); $e = $t.pages[0].elements[1]; ";
    private const string Compare = "; Compare-SigmaDataModelSpec -ReferenceSpec $s -DifferenceSpec $t";

    /// <summary>A script whose output is piped in, and the columns that its consumers are.</summary>
    public static TheoryData<string, string[]> Inputs =>
        new()
        {
            // Models.
            { "Get-SigmaDataModel Base", ["Mine", "c1", "c3", "c4", "c5", "x", "y"] },
            { "'Base'", ["Mine", "c1", "c3", "c4", "c5", "x", "y"] },
            { "'" + Consumer.Base + "'", ["Mine", "c1", "c3", "c4", "c5", "x", "y"] },
            { "'Base', 'Sales model'", ["Mine", "c1", "c3", "c4", "c5", "x", "y", "y"] },
            { "[pscustomobject]@{ DataModelId = '" + Consumer.Base + "' }", ["Mine", "c1", "c3", "c4", "c5", "x", "y"] },
            { "Get-SigmaDataModelSpec Base", ["Mine", "c1", "c3", "c4", "c5", "x", "y"] },
            // Elements and columns, of the live model and of a spec.
            { "Get-SigmaDataModelElement Base | Where-Object Name -eq 'Customers'", ["c3"] },
            { "Get-SigmaDataModelElement Base | Where-Object Name -eq 'Orders'", ["c1", "c3", "c4", "c5", "x", "y"] },
            { "Get-SigmaDataModelColumn Base | Where-Object Name -eq 'Customer'", ["c5"] },
            { "Get-SigmaDataModelSpec Base | Get-SigmaSpecColumn -Name Customer", ["c5"] },
            { "Get-SigmaDataModelSpec Base | Get-SigmaSpecMetric -Name Total", ["c4"] },
            { "Get-SigmaDataModelSpec Base | Get-SigmaSpecElement -Name Customers", ["c3"] },
            { "Get-SigmaDataModelSpec Base | Get-SigmaSpecElement | Where-Object ControlId", ["Mine"] },
            { "Find-SigmaDataModelColumn -DataModelId Base -Name Customer", ["c5"] },
            { "Find-SigmaUsage 'Board model' -Unused -IndexPath $index", [] },
            { "Get-SigmaDataModelSpec Base | Get-SigmaSpecElement -Name Orders", ["c1", "c3", "c4", "c5", "x", "y"] },
            // Changes.
            { Edited + "$e.columns = @($e.columns | Where-Object id -ne 'c')" + Compare, ["c5"] },
            { Edited + "$e.columns[1].name = 'Client'" + Compare, ["c5"] },
            { Edited + "$e.metrics = @()" + Compare, ["c4"] },
            { Edited + "$e.metrics[0].name = 'Sum'" + Compare, ["c4"] },
            { Edited + "$e.name = 'Sales'" + Compare, ["c1", "c3", "c4", "c5", "x", "y"] },
            {
                Edited + "$e.name = 'Sales'; $e.columns = @($e.columns | Where-Object id -ne 'c')" + Compare,
                ["c1", "c3", "c4", "c5", "c5", "x", "y"]
            },
            { Edited + "$e.relationships[0].name = 'Client'" + Compare, ["c3"] },
            { Edited + "$e.relationships = @()" + Compare, ["c3"] },
            { Edited + "$t.pages[0].elements[2].controlId = 'Other'" + Compare, ["Mine"] },
            { Edited + "$t.pages[0].elements = @($t.pages[0].elements | Where-Object id -ne 'ctl')" + Compare, ["Mine"] },
            { Edited + "$t.pages[0].name = 'Another page'" + Compare, [] },
            { Edited + "$e.filters = @(@{ id = 'f'; columnId = 'c'; kind = 'list'; mode = 'include'; values = @('a') })" + Compare, [] },
            { Edited + "$e.columns += @{ id = 'n'; name = 'New'; formula = '[Custom SQL/n]' }" + Compare, [] },
        };

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        Organization.AddModel(TakenKindTests.PickerModel);
        Organization.AddWorkbook(
            Consumer.Content(
                Consumer.Table(
                    string.Join(
                        ',',
                        Consumer.Column("c1", "Sum([Orders/Amount])"),
                        Consumer.Column("c3", "[Orders/Buyer/Region]"),
                        Consumer.Column("c4", "[Metrics/Total]"),
                        Consumer.Column("c5", "[Orders/Customer]")))));
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Input_through_the_pipeline_gives_its_consumers(string script, string[] consumers) =>
        Assert.Equal(consumers, Columns($"{script} | Find-SigmaUsage -IndexPath $index"));

    [Theory]
    [InlineData("Get-SigmaDataModelSpec Base | Get-SigmaSpecColumn -Name Customer", "c5")]
    [InlineData("Get-SigmaDataModelColumn Base | Where-Object Name -eq 'Customer'", "c5")]
    [InlineData("Get-SigmaDataModel Base", "c5")]
    public void Input_from_a_job_is_taken_too(string script, string consumer) =>
        Assert.Contains(
            consumer,
            Columns(
                script
                    + " | ForEach-Object { "
                    + "[System.Management.Automation.PSSerializer]::Deserialize("
                    + "[System.Management.Automation.PSSerializer]::Serialize($_)) } | Find-SigmaUsage -IndexPath $index"
            ));

    [Fact]
    public void Plan_gives_the_consumers_of_what_it_changes()
    {
        string root = Directory.CreateTempSubdirectory("sigmaps-").FullName;
        try
        {
            GatedWriteStage stage = new(Server, Shell, root);
            Organization.AddFolder(GatedWriteStage.Folder);
            string folder = Organization.AddFolder(GatedWriteStage.Folder);
            Run($"Set-SigmaDataModel {Consumer.Base} -FolderId {folder}").MustSucceed();
            stage.WriteFolder(null, with: spec => spec["pages"]![0]!["elements"]![1]!["columns"]!.AsArray().Drop("c"));
            Run("$plan = New-SigmaReleasePlan $models prod -Name Base -SkipValidation -AllowRemoval -AllowBreak -IndexPath $index")
                .MustSucceed();
            string text = Assert.Single(Run("$plan | ConvertTo-SigmaMarkdown").MustSucceed().Texts)!;
            Assert.Contains("## Consumers", text, StringComparison.Ordinal);
            Assert.Contains(text.Split('\n'), line =>
                line.Contains("Ada Admin", StringComparison.Ordinal) && line.Contains("[Orders/Customer]", StringComparison.Ordinal));
            Assert.Contains("c5", Columns("$plan | Find-SigmaUsage -IndexPath $index"));
            Assert.Equal(["c4"], Columns("Rename-SigmaMetric Base Orders Total Sum -IndexPath $index | Find-SigmaUsage -IndexPath $index"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("42")]
    [InlineData("[pscustomobject]@{ Nothing = 1 }")]
    public void Input_without_a_model_is_an_error_and_the_next_one_is_processed(string input)
    {
        ShellResult result = Run($"{input}, 'Base' | Find-SigmaUsage -IndexPath $index");
        Assert.StartsWith("Sigma", result.ErrorId, StringComparison.Ordinal);
        Assert.NotEmpty(result.Output);
    }

    private string[] Columns(string script) =>
        [
            .. Run(script)
                .MustSucceed()
                .Output.Select(UsageRow.Of)
                .Where(row => row is { IsCertain: true, Column: not null })
                .Select(row => row.Column!)
                .Order(StringComparer.Ordinal),
        ];
}
