using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// Exported from one organization, released to another one whose service treats IDs as it likes: every kind of content there is.
/// </summary>
public sealed class TwoOrganizationsTests : ShellTest
{
    // Models that cannot be created again: broken, in the trash, of a name that is taken, or of a kind that only the service creates.
    private static readonly string[] LeftOut = ["Known Faults", "Retired", "Sales Core", "Ünïcode – “odd” ids 🧮"];

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Every_kind_of_content_is_promoted_changed_and_promoted_again(IdMode ids)
    {
        await using SandboxServer development = await SandboxServer.StartAsync();
        await using SandboxServer production = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                OrganizationId = "99999999-0000-4000-8000-000000000000",
                SeedModels = false,
                IdMode = ids,
            });
        production.Organization.AddFolder("Retail/Production");
        const string sales = "06de7885-847b-468d-a96e-7db8f5b84bb1";
        string folder = Path.Combine(Folder.FullName, "models");
        File.WriteAllText(
            Path.Combine(Folder.FullName, "sigma.environments.json"),
            new JsonObject
            {
                ["environments"] = new JsonObject
                {
                    ["prod"] = new JsonObject { ["organization"] = production.Organization.Id, ["folder"] = "Retail/Production" },
                },
            }.ToJsonString());
        Shell.Set("folder", folder);
        Shell.Set("leftOut", LeftOut);
        Shell.Set("sales", sales);
        Shell.Connect(development).MustSucceed();
        Run(
            "Get-SigmaDataModel | Where-Object { $_.Name -notin $leftOut -or $_.DataModelId -eq $sales } | Get-SigmaDataModelSpec | "
                + "Export-SigmaDataModelSpec -DestinationPath $folder"
        ).MustSucceed();

        // A control made in the application may have a dot in its ID; the service takes none in a new model (spec.md section 3.2).
        string gallery = Directory.GetFiles(folder, "Control Gallery*.json").Single();
        File.WriteAllText(gallery, File.ReadAllText(gallery).Replace("Seg.dotted", "Seg-dotted", StringComparison.Ordinal));
        Shell.Connect(production).MustSucceed();

        ShellResult first = Run("New-SigmaReleasePlan $folder prod | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
        int models = Directory.GetFiles(folder).Length;
        Assert.True(models >= 14, $"Only {models} models were exported.");
        Assert.Equal(models, first.Output.Count(result => Status(result) == "Created"));
        Assert.Equal([], Left());

        string file = Directory.GetFiles(folder, "Sales Core*.json").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Discounts\"", "\"Rebates\"", StringComparison.Ordinal));
        production.Requests.Clear();
        Run("New-SigmaReleasePlan $folder prod | Publish-SigmaReleasePlan -Confirm:$false -AllowRemoval").MustSucceed();
        if (ids == IdMode.ReassignElements)
        {
            // The service has given the elements new IDs, so their consumers have to follow.
            Run("New-SigmaReleasePlan $folder prod | Publish-SigmaReleasePlan -Confirm:$false -AllowRemoval").MustSucceed();
        }
        else
        {
            Assert.Equal(1, production.Requests.Count("PUT"));
        }

        Assert.Equal([], Left());
        Assert.Equal(models, production.Organization.Models.Count);
    }

    private IEnumerable<string> Left() =>
        Run(
            "(New-SigmaReleasePlan $folder prod).Items | Where-Object Action -ne Unchanged | ForEach-Object { \"$_\"; $_.Changes | "
                + "ForEach-Object { \"$_\" } }"
        ).MustSucceed().Texts.Select(text => text!);

    private static string? Status(object? result) => PSObject.AsPSObject(result!).Properties["Status"].Value?.ToString();
}
