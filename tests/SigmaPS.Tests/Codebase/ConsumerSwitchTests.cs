using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>Every command that can take something away from consumers has the switches for it.</summary>
public sealed class ConsumerSwitchTests
{
    // A new command that changes something fails the test until it has the switches, or is listed here with the reason.
    private static readonly Dictionary<string, string> TakesNothingAway = new(StringComparer.Ordinal)
    {
        ["Clear-SigmaUsageCache"] = "removes local files",
        ["Copy-SigmaDataModel"] = "makes a new model",
        ["Export-SigmaDataModelSpec"] = "writes local files",
        ["Export-SigmaIssueReport"] = "writes local files",
        ["Invoke-SigmaRestMethod"] = "sends a request that the user writes",
        ["New-SigmaDataModel"] = "makes a new model",
        ["New-SigmaFolder"] = "makes a new folder",
        ["Restore-SigmaDataModel"] = "takes a model out of the trash",
        ["Set-SigmaDataModel"] = "changes name, description, folder and owner; consumers refer to a model by its ID",
        ["Test-SigmaDataModelSpec"] = "makes a scratch model for a rehearsal and removes it",
    };

    [Fact]
    public void Every_command_that_can_take_something_away_has_the_switches()
    {
        using Shell shell = Shell.Borrow();
        ILookup<bool, string> changing = shell
            .Run(
                "Get-Command -Module SigmaPS | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object { $p = "
                    + "$_.Parameters; $all = @('AllowBreak', 'RequireCompleteUsage', 'MaxUsageRequests', 'IndexPath' | Where-Object { "
                    + "$p.ContainsKey($_) }); \"$($_.Name) $($all.Count -eq 4)\" }"
            )
            .MustSucceed()
            .Texts.Select(text => text!.Split(' '))
            .ToLookup(parts => parts[1] == "True", parts => parts[0]);
        Assert.Equal(TakesNothingAway.Keys.Order(StringComparer.Ordinal), changing[false].Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "Add-SigmaDataModelTag",
                "New-SigmaReleasePlan",
                "Publish-SigmaReleasePlan",
                "Remove-SigmaDataModel",
                "Restore-SigmaDataModelSpec",
                "Set-SigmaDataModelSpec",
                "Undo-SigmaChange",
                "Undo-SigmaRelease",
            ],
            changing[true].Order(StringComparer.Ordinal));
    }
}
