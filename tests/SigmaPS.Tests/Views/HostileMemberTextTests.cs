using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using SigmaPS.Tests.Usage;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>Every output and message that shows a member by name, each with a name that is harmful as it is.</summary>
public sealed class HostileMemberTextTests : UsageTestBed
{
    private const string Edit =
        $"$s = Get-SigmaDataModelSpec {Consumer.Base}; $s.pages[0].elements[0].columns[0].description = 'mine'; ";

    private const string Without =
        $"$s = Get-SigmaDataModelSpec {Consumer.Base}; $e = $s.pages[0].elements[1]; $e.metrics = @(); "
            + "$e.columns = @($e.columns | Where-Object id -ne 'a'); ";

    private const string Complete =
        "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, @{}).CompletionMatches ";

    private const string PlanGuard = "ReleaseGuards.cs";

    // The source files outside the lookup itself that get the name of a member, as the rows below name them.
    private static readonly Regex Source = new(@"MemberLookup\.(Describe|AllNames)\w*\(|ViewText\.Member\(|\.LastName\b");

    private protected override SandboxOptions Options =>
        new() { SeedModels = false, HonoursDocumentVersion = false, TimeProvider = new LeapingClock() };

    public static TheoryData<string, string> Places => new()
    {
        { "OutputMapper.Lookups.cs", "Get-SigmaMember | Out-Host" },
        { "SpecSummary.cs", "Get-SigmaDataModelSpec $base | Out-Host" },
        { "GetSigmaChangeCommand.cs", "Get-SigmaChange $base | Out-Host" },
        { "GetSigmaChangeCommand.cs", "Get-SigmaChange $base | ConvertTo-SigmaMarkdown" },
        { "FindSigmaUsageCommand.cs", "Find-SigmaUsage $base -IndexPath $index | Out-Host" },
        { "SpecWriteWorkflow.cs", Without + "$s | Set-SigmaDataModelSpec -AllowRemoval -SkipValidation -IndexPath $index -WhatIf" },
        { "ConsumerChangeCmdlet.cs", "Remove-SigmaDataModel $base -AllowBreak -IndexPath $index -WhatIf" },
        { "RenamePlans.cs", "($p = Rename-SigmaColumn $base Orders Amount Net -IndexPath $index) | Out-Host; $p.Items.Notes" },
        { "RenamePlans.cs", "(Rename-SigmaColumn $base Orders Amount Net -IndexPath $index).Items.Consumers | Out-Host" },
        { "RenamePlans.cs", "Rename-SigmaColumn $base Orders Amount Net -IndexPath $index | ConvertTo-SigmaMarkdown" },
        { "FileChangePlan.cs", "Set-SigmaDataModel $base -Owner $owner -WhatIf" },
        { "SetSigmaDataModelCommand.cs", "Set-SigmaDataModel $base -Owner $shared -WhatIf" },
        { "ConflictSummary.cs", Edit + "$colleague.Invoke(); $s | Set-SigmaDataModelSpec" },
        { "LiveVersionCheck.cs", Edit + "$s | Set-SigmaDataModelSpec -Confirm:$false" },
        { "OwnerCompleter.cs", Complete + "| ForEach-Object { $_.ListItemText; $_.ToolTip }" },
    };

    private protected override Shell Open()
    {
        Shell shell = Shell.ConnectedTo(Server, retryTimeoutSec: 30);
        shell.Set("index", IndexFolder);
        return shell;
    }

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        Organization.AddWorkbook(Consumer.Content(Consumer.Table(Consumer.Column("c1", "Sum([Orders/Amount])"))));
        Colleague();
        HostileMember.Rename(Organization);
        SandboxMember[] others = [.. Organization.Members.Skip(2)];
        Organization.Replace(others[0] with { Email = "shared@example.com", IsArchived = false, IsInactive = false });
        Organization.Replace(others[1] with { Email = "shared@example.com", IsArchived = false, IsInactive = false });
        Shell.Set("base", Consumer.Base);
        Shell.Set("owner", Organization.Colleague.Email);
        Shell.Set("shared", "shared@example.com");
        Shell.Set("line", "Get-SigmaDataModel -Owner ");
        Shell.Set("colleague", new Action(Colleague));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Name_of_a_member_is_harmless_where(string file, string script)
    {
        if (file == "LiveVersionCheck.cs")
        {
            Server.Faults.Arm(KnownFaults.Throttled(1) with { Method = "PUT", Meanwhile = () => Task.Run(Colleague) });
        }

        HostileMember.AssertShown(HostileMember.TextOf(Run(script)));
    }

    [Fact]
    public async Task Name_of_a_member_is_harmless_where_a_plan_names_who_edited_by_hand()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        var model = shop.Write(1);
        shop.Publish().MustSucceed();
        shop.Server.Organization.EditAsColleague(shop.LiveModel(1).Id, spec => spec["pages"]![0]!["name"] = "By hand");
        HostileMember.Rename(shop.Server.Organization);
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["description"] = "From the folder";
        shop.Save(1, model);
        foreach (string script in new[]
        {
            "New-SigmaReleasePlan $models prod | Out-Host",
            "New-SigmaReleasePlan $models prod | ConvertTo-SigmaMarkdown",
            "(New-SigmaReleasePlan $models prod).Items.Blockers",
            "New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false",
            "Get-SigmaDrift $models prod | Out-Host",
        })
        {
            HostileMember.AssertShown(HostileMember.TextOf(shop.Shell.Run(script)));
        }
    }

    [Fact]
    public void Every_source_file_that_gets_the_name_of_a_member_has_a_place()
    {
        IEnumerable<string> files = new[] { "SigmaPS", "SigmaPS.Core" }
            .SelectMany(project => Directory.GetDirectories(Path.Combine(Repository.Root, "src", project)))
            .Where(folder => Path.GetFileName(folder) is not ("obj" or "bin" or "Api"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => Source.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file));
        Assert.Equal(
            Places.Select(place => (string)place[0]).Append(PlanGuard).Distinct().Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
    }

    private void Colleague() =>
        Organization.EditAsColleague(Consumer.Base, spec => spec["pages"]![0]!["name"] = "Theirs " + Guid.NewGuid());
}
