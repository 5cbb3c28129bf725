using System;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>The questions of Find-SigmaUsage.</summary>
public sealed class FindUsageTests : FindUsageTestBed
{
    [Fact]
    public void Column_lists_consumers_through_siblings_metrics_and_models()
    {
        UsageRow[] rows = [.. Find($"{Consumer.Base} -Column Amount")];
        Assert.Equal(["c1", "c2", "c4", "r1", "x", "y"], rows.Where(r => r.IsCertain).Select(r => r.Column!).Order(StringComparer.Ordinal));
        UsageRow direct = rows.Single(r => r.Column == "c1");
        Assert.Equal(
            ("Workbook", Consumer.Document, "Sum([Orders/Amount])", "Ada Admin"),
            (direct.Kind, direct.Id, direct.Formula, direct.Owner));
        Assert.Contains("Board/Amount", rows.Single(r => r.Column == "r1").Via, StringComparison.Ordinal);
        Assert.Equal(["c3"], Find($"'Base' -Element Customers -Column Region").Select(r => r.Column));
        Assert.Equal(["c4"], Find($"'Base' -Metric Total").Select(r => r.Column));
    }

    [Fact]
    [CoversParameter("Find-SigmaUsage", "Unused")]
    public void Unused_lists_columns_that_nobody_reads()
    {
        ShellResult unused = Run(
                "Find-SigmaUsage Base -Unused -IndexPath $index "
                    + "| ForEach-Object { \"$($_.Kind) $($_.Element)/$($_.Name) $($_.Certainty)\" }")
            .MustSucceed();
        Assert.Empty(unused.Texts);
        Organization.EditDocument(Consumer.Document, pages => pages[0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(3));
        Assert.Equal(
            ["Metric Orders/Total Certain"],
            Run(
                    "Find-SigmaUsage Base -Unused -IndexPath $index "
                        + "| ForEach-Object { \"$($_.Kind) $($_.Element)/$($_.Name) $($_.Certainty)\" }")
                .MustSucceed()
                .Texts);
    }

    [Fact]
    [CoversParameter("Find-SigmaUsage", "Control")]
    public void Control_is_a_possible_use_of_a_models_control()
    {
        Organization.EditDocument(Consumer.Document, pages =>
            pages[0]!["elements"]!
                .AsArray()
                .Add(System.Text.Json.Nodes.JsonNode.Parse("""{"id":"k","kind":"control","controlId":"Pick"}""")));
        UsageRow row = Assert.Single(Find("Base -Control Region-Pick"));
        Assert.Equal(("Possible", "k"), (row.Certainty, row.Element));
    }

    [Fact]
    public void Changed_column_is_a_question_through_the_pipeline()
    {
        string script =
            "$s = Get-SigmaDataModelSpec "
            + Consumer.Base
            + "; $t = $s.PSObject.Copy(); $t.pages[0].elements[1].columns.RemoveAt(1); "
            + "Compare-SigmaDataModelSpec -ReferenceSpec $s -DifferenceSpec $t "
            + "| Find-SigmaUsage -IndexPath $index | ForEach-Object ColumnId";
        Assert.Contains("c5", Run(script).MustSucceed().Texts);
        Assert.Contains(
            "c5",
            Run(
                    $"Get-SigmaDataModelSpec {Consumer.Base} | Get-SigmaSpecColumn -Name Customer "
                        + "| Find-SigmaUsage -IndexPath $index | ForEach-Object ColumnId")
                .MustSucceed()
                .Texts);
        Assert.Contains(
            "c5",
            Run("Get-SigmaDataModel -Name Base | Find-SigmaUsage -IndexPath $index | ForEach-Object ColumnId").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("Base -Column Nope")]
    [InlineData("'No such model'")]
    public void Item_that_does_not_exist_is_an_error(string arguments) =>
        Assert.Contains(
            "Nope".Length == 4 && arguments.Contains("Nope", StringComparison.Ordinal) ? "Nope" : "No such model",
            Run($"Find-SigmaUsage {arguments} -IndexPath $index").ErrorText,
            StringComparison.Ordinal);

    [Fact]
    public async System.Threading.Tasks.Task Models_that_use_a_model_come_in_the_order_of_their_names()
    {
        await using SandboxServer server = await SandboxServer.StartAsync();
        using Shell shell = Shell.ConnectedTo(server);
        shell.Set("index", System.IO.Path.Combine(IndexFolder, "order"));
        string?[] names =
        [
            .. shell
                .Run(
                    "Find-SigmaUsage 06de7885-847b-468d-a96e-7db8f5b84bb1 -IndexPath $index "
                        + "| Where-Object ConsumerKind -eq DataModel | ForEach-Object ConsumerName")
                .MustSucceed()
                .Texts,
        ];
        Assert.True(names.Distinct().Count() > 2);
        Assert.Equal(names.OrderBy(name => name, StringComparer.OrdinalIgnoreCase), names);
        shell.Run("Disconnect-Sigma");
    }

    [Fact]
    public void Unknown_model_is_an_error_that_lists_the_existing_ones() =>
        Assert.Contains(
            "Existing data models",
            Run("Find-SigmaUsage 'No such model' -IndexPath $index").ErrorText,
            StringComparison.Ordinal);
}
