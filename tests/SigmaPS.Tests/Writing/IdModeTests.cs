using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>
/// In each ID mode of the service (sigma-api.md section 5), the read-back reports only IDs that existed and are missing.
/// </summary>
public sealed class IdModeTests : SandboxTest
{
    private const string SalesCore = "06de7885-847b-468d-a96e-7db8f5b84bb1";

    // A column, and on it everything that can refer to one; a table and a control on that; IDs that other elements use as well.
    private const string Edit = """
        $s = Get-SigmaDataModelSpec $id
        $o = $s.pages[0].elements | Where-Object name -eq 'Orders'
        $key = $o.columns[0].id
        $customer = ($s.pages[0].elements | Where-Object name -eq 'Customers').columns[0].id
        $o.columns += @{ id = 'my col'; formula = '[Net Revenue] * 2'; name = 'Twice' }, @{ id = 'my bare'; formula = '[Net Revenue] * 3' }, @{ id = 'my date'; formula = '[ORDERS/ORDER_DATE]'; name = 'Day' }, @{ id = 'gRegion001'; formula = '[ORDERS/CUSTOMER_ID]'; name = 'Payer Id' }
        $o.filters = @{ id = 'my filter'; columnId = 'my col'; kind = 'number-range'; min = 1 }, @{ id = 'my other'; columnId = 'my bare'; kind = 'list'; values = @(1) }
        $o.sort = @(@{ columnId = 'my bare'; direction = 'descending' })
        $o.metrics += @{ id = 'my metric'; formula = 'Sum([Twice])'; name = 'Twice Total'; timeline = @{ dateColumnId = 'my date'; truncation = 'week' } }
        $o.relationships += @{ id = 'my rel'; targetElementId = 'tblCustmr2'; keys = @(@{ sourceColumnId = 'gRegion001'; targetColumnId = $customer }); name = 'Payer' }
        $o.folders += @{ id = 'my folder'; name = 'Mine'; items = @('my col', 'my bare') }
        $o.order += 'my folder', 'my date'
        $o.columnSecurities = @(@{ restrictedColumns = @('my col'); id = 'my security'; criteria = @{ kind = 'no-one-can-view' } })
        $s.pages[0].elements += @{ id = 'my table'; kind = 'table'; name = 'Mine'; source = @{ kind = 'table'; elementId = 'tblOrders1' }; columns = @(@{ id = 'my col'; formula = '[Orders/Twice]' }, @{ id = 'my sum'; formula = 'Sum([Twice])'; name = 'All' }); groupings = @(@{ id = 'my group'; groupBy = @('my col'); calculations = @('my sum') }) }
        $s.pages[0].elements += @{ id = 'my level'; kind = 'table'; name = 'Level'; source = @{ kind = 'table'; elementId = 'my table'; groupingId = 'my group' }; columns = @(@{ id = 'my col'; formula = '[Mine/Twice]' }) }
        $s.pages[0].elements += @{ id = 'my union'; kind = 'table'; source = @{ kind = 'union'; sources = @(@{ kind = 'table'; elementId = 'my table' }, @{ kind = 'table'; elementId = 'my level' }); matches = @(@{ outputColumnName = 'Twice'; sourceColumns = @('[Twice]', '[Twice]') }) }; columns = @(@{ id = 'my col'; formula = '[Union of 2 Sources/Twice]' }) }
        $s.pages[0].elements += @{ id = 'my control'; kind = 'control'; controlId = 'My-Control'; controlType = 'list'; mode = 'include'; selectionMode = 'multiple'; values = @(); filters = @(if ($targets) { @{ source = @{ kind = 'table'; elementId = 'my table' }; columnId = 'my col' } }); source = @{ kind = 'source'; source = @{ kind = 'table'; elementId = 'my table' }; columnId = 'my col' } }
        """;

    public static TheoryData<IdMode, SpecLayout, DefaultNames> Services()
    {
        TheoryData<IdMode, SpecLayout, DefaultNames> all = [];
        foreach (IdMode mode in Enum.GetValues<IdMode>())
        {
            all.Add(mode, SpecLayout.Current, DefaultNames.ByLayout);
            all.Add(mode, SpecLayout.Current, DefaultNames.Omitted);
            all.Add(mode, SpecLayout.Seed2025, DefaultNames.ByLayout);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Edit_with_references_to_what_it_adds_comes_back_without_surprise(
        IdMode mode,
        SpecLayout layout,
        DefaultNames names)
    {
        await RestartAsync(new SandboxOptions { IdMode = mode, Layout = layout, DefaultNames = names });
        Shell.Set("id", SalesCore);

        // In this mode the sandbox gives a control's new targets an ID of their own, which they do not have by the sheets (spec.md section
        // 3.2).
        Shell.Set("targets", mode != IdMode.RemapNew);
        SandboxModel model = Organization.GetModel(SalesCore);
        string before = model.SpecJson;
        ShellResult written = Run(Edit + "\n$s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.True(Gone(before, model).SequenceEqual(Told(written)), string.Join("\n", Told(written)));

        // The object still has the IDs and formulas that were sent. A second edit replaces IDs but removes nothing, and reports the IDs
        // that it cost.
        before = model.SpecJson;
        ShellResult again = Run("$o.description = 'Again'; $s | Set-SigmaDataModelSpec -PassThru -AllowRemoval -OutVariable result")
            .MustSucceed();
        Assert.Equal(string.Join("\n", Gone(before, model)), string.Join("\n", Told(again)));
        Assert.Empty(
            Run("$result.Changes | ForEach-Object { $_.Kind + ' ' + $_.Property }")
                .Texts.Except(["element description", "column formula", "column name", "element name"]));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_model_goes_back_with_one_description_changed_and_nothing_else_is_reported(
        IdMode mode,
        SpecLayout layout,
        DefaultNames names)
    {
        await RestartAsync(new SandboxOptions { IdMode = mode, Layout = layout, DefaultNames = names });

        // A model that reads another one goes first: its references end where the service gives the other one's elements new IDs.
        foreach (
            SandboxModel model in Organization.Models.Where(m => !m.IsArchived)
                .OrderByDescending(m => m.SpecJson.Split("\"dataModelId\"").Length))
        {
            Shell.Set("id", model.Id);
            string before = model.SpecJson;
            ShellResult written = Run(
                """
                $s = Get-SigmaDataModelSpec $id
                $columns = @($s.pages | ForEach-Object elements | Where-Object kind -eq 'table' | ForEach-Object columns)
                if ($columns) { $columns[0].description = 'Put back'; $s | Set-SigmaDataModelSpec -PassThru -AllowUnrepresented }
                """).MustSucceed();
            if (written.Output.Count > 0)
            {
                Assert.Equal(
                    string.Join("\n", Gone(before, model).Prepend(model.Name)),
                    string.Join("\n", Told(written).Prepend(model.Name)));
            }
        }
    }

    // The IDs reported as missing; any other finding as it is, but for the errors that the seeded model has on purpose.
    private static string[] Told(ShellResult written)
    {
        string[] findings = [.. (IEnumerable<string>)written.Property("Findings")!];
        Assert.Equal(findings.Length, written.Warnings.Count);
        return
        [
            .. findings
                .Where(f => !f.Contains("does not resolve") && !f.Contains("has this error already"))
                .Select(f => f.StartsWith("Sigma changed the ID '") ? f.Split('\'')[1] : f)
                .Order(StringComparer.Ordinal),
        ];
    }

    // Elements by their places, which the edits here and all modes leave alone.
    private static string[] Gone(string before, SandboxModel after) =>
        [.. Entities(before).Except(Entities(after.SpecJson)).Select(e => e.Id).Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Place, string Kind, string Id)> Entities(string spec)
    {
        foreach ((int page, JsonNode? pageNode) in JsonNode.Parse(spec)!["pages"]!.AsArray().Index())
        {
            foreach ((int index, JsonNode? element) in pageNode!["elements"]!.AsArray().Index())
            {
                yield return ($"{page}.{index}", "element", element!["id"]!.GetValue<string>());
                foreach (string kind in new[] { "columns", "metrics" })
                {
                    foreach (JsonNode? item in element[kind]?.AsArray() ?? [])
                    {
                        yield return ($"{page}.{index}", kind, item!["id"]!.GetValue<string>());
                    }
                }
            }
        }
    }
}
