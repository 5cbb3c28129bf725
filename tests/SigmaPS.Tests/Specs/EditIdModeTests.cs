using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>
/// Edits in memory, written and read back, in each ID mode of the service: everything still resolves, and only the edited items have
/// changed.
/// </summary>
public sealed class EditIdModeTests : SandboxTest
{
    private const string SalesCore = "06de7885-847b-468d-a96e-7db8f5b84bb1";

    public static TheoryData<IdMode> Modes => new(Enum.GetValues<IdMode>());

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Edits_one_after_the_other_are_live_and_everything_resolves(IdMode mode)
    {
        await RestartAsync(new SandboxOptions { IdMode = mode });
        Shell.Set("id", SalesCore);
        string[] before = Names();

        Run(
            "Get-SigmaDataModelSpec $id | Rename-SigmaSpecColumn -Element Orders -Name 'Gross Revenue' -NewName 'Gross [EUR]' | "
                + "Add-SigmaSpecColumn -Element Orders -Name Twice -Formula '[Gross \\[EUR\\]] * 2' | Add-SigmaSpecMetric -Element "
                + "Orders -Name 'Twice Total' -Formula 'Sum([Twice])' | Set-SigmaDataModelSpec -AllowRemoval -AllowBreak"
        ).MustSucceed();
        Assert.Empty(Broken());
        Assert.Equal(
            [
                .. before
                    .Select(name => name == "Orders / Gross Revenue" ? "Orders / Gross [EUR]" : name)
                    .Append("Orders / Twice")
                    .Order(StringComparer.Ordinal),
            ],
            Names());

        // The next edit starts from the IDs that the service gave.
        Run(
            "Get-SigmaDataModelSpec $id | Rename-SigmaSpecColumn -Element Orders -Name Twice -NewName Double | Rename-SigmaSpecColumn "
                + "-Element Orders -Name 'Gross [EUR]' -NewName 'Gross Revenue' | Set-SigmaDataModelSpec -AllowRemoval -AllowBreak"
        ).MustSucceed();
        Assert.Empty(Broken());
        Assert.Contains("Sum([Double])", Organization.GetModel(SalesCore).SpecJson, StringComparison.Ordinal);
        Assert.Equal(
            "SigmaEditRefused",
            Run("Get-SigmaDataModelSpec $id | Remove-SigmaSpecColumn -Element Orders -Name Double").ErrorId);

        Run(
            "$s = Get-SigmaDataModelSpec $id; $o = $s.pages.elements | Where-Object id -eq @(Get-SigmaSpecColumn $s -Element "
                + "Orders)[0].ElementId; $o.metrics = @($o.metrics | Where-Object name -ne 'Twice Total'); $s | "
                + "Remove-SigmaSpecColumn -Element Orders -Name Double | Set-SigmaDataModelSpec -AllowRemoval"
        ).MustSucceed();
        Assert.Empty(Broken());
        Assert.Equal(before, Names());
    }

    private IReadOnlyList<string?> Broken() =>
        Run("Find-SigmaDataModelColumn $id -Broken | ForEach-Object Name").MustSucceed().Texts;

    // As another session sees it.
    private string[] Names()
    {
        using Shell other = Shell.ConnectedTo(Server);
        return
        [
            .. other
                .Run($"Get-SigmaDataModelSpec {SalesCore} | Get-SigmaSpecColumn | ForEach-Object {{ \"$($_.Element) / $($_.Name)\" }}")
                .MustSucceed()
                .Texts.Select(text => text!)
                .Order(StringComparer.Ordinal),
        ];
    }
}
