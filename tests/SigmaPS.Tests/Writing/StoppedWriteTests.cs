using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>
/// A pipeline that is stopped during a write cannot report its outcome: the session's next command does, once.
/// </summary>
public sealed class StoppedWriteTests : SandboxTest
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private Func<string[]> _verbose = () => [];

    private protected override Shell Open() => Shell.ConnectedTo(Server, retryTimeoutSec: 300);

    private protected override void Arrange() => ReadChangedSpec();

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec", "PUT")]
    [InlineData("New-SigmaDataModel -Spec $s -Name 'Plugs Orders'", "POST")]
    [InlineData("New-SigmaFolder 'Plugs Orders'", "POST")]
    [InlineData("Invoke-SigmaRestMethod 'v2/files/Plugs Orders' Patch -Body @{ name = 'x' }", "PATCH")]
    [InlineData(
        "$s.pages[0].elements[0].columns[0].Remove('description') | Out-Null; $s.description = 'y'; $s | Set-SigmaDataModelSpec",
        "PATCH")]
    [InlineData("Set-SigmaDataModel $s.dataModelId -Name x", "PATCH")]
    [InlineData("Remove-SigmaDataModel $s.dataModelId -Confirm:$false", "DELETE")]
    [InlineData("Copy-SigmaDataModel $s.dataModelId", "POST")]
    [InlineData("Add-SigmaDataModelTag $s.dataModelId Production", "POST")]
    public async Task Next_command_warns_once_and_names_what_it_was(string script, string method)
    {
        Server.Faults.Arm(KnownFaults.Slow(Long) with { Method = method });
        await StopWhenAsync(script, () => Requests.Count(method) == 1);
        string warning = Assert.Single(Run("Get-SigmaConnection | Out-Null").MustSucceed().Warnings);
        Assert.Contains("stopped", warning);
        Assert.True(
            warning.Contains("Plugs Orders", StringComparison.Ordinal)
                || warning.Contains("Plugs%20Orders", StringComparison.Ordinal)
                || warning.Contains(PlugsOrders, StringComparison.Ordinal),
            warning);
        Assert.Matches("Get-Sigma|before you send", warning);
        Assert.Empty(Run("Get-SigmaConnection | Out-Null").Warnings);
    }

    [Theory]
    [InlineData("Connect-Sigma -BaseUrl $address -ClientId $id -ClientSecret $secret")]
    [InlineData("Disconnect-Sigma")]
    [InlineData("$s | Set-SigmaDataModelSpec -WhatIf")]
    public async Task Stopped_write_is_reported_by_each_next_command(string next)
    {
        Server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "PUT" });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () => Requests.Count("PUT") == 1);
        Assert.Contains(Run(next).MustSucceed().Warnings, warning => warning.Contains("\"Plugs Orders\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopped_recovery_of_an_unconfirmed_write_is_reported_too()
    {
        Server.Faults.Arm(KnownFaults.AppliedThenDropped());
        Server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "GET", PathContains = "/spec", Skip = 1 });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () =>
            Requests.Count("PUT") == 1 && Requests.Count("GET", "**/spec") == 2);
        Assert.Single(Run("Get-SigmaConnection | Out-Null").Warnings);
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public async Task Stopped_read_back_of_a_confirmed_write_is_reported_too()
    {
        Server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "GET", PathContains = "/spec", Skip = 1 });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () => Requests.Count("GET", "**/spec") == 2);
        Assert.Single(Run("Get-SigmaConnection | Out-Null").Warnings);
    }

    [Fact]
    public async Task Not_when_it_was_stopped_before_anything_was_sent()
    {
        Server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "GET", PathContains = "/elements" });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () => Requests.Count("GET", "**/elements") == 1);
        Assert.Empty(Run("Get-SigmaConnection | Out-Null").MustSucceed().Warnings);
    }

    [Fact]
    public async Task Not_when_the_service_had_refused_it_at_the_door_and_it_was_waiting_for_another_try()
    {
        Server.Faults.Arm(KnownFaults.Throttled(100) with { Method = "PUT" });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec "
            + "-Verbose", () => _verbose().Any(line => line.Contains(" in 100 s: ", StringComparison.Ordinal)));
        Assert.Empty(Run("Get-SigmaSession | Disconnect-Sigma").MustSucceed().Warnings);
    }

    private async Task StopWhenAsync(string script, Func<bool> when)
    {
        using PowerShell shell = PowerShell.Create(Shell.Runspace);
        shell.AddScript(script);
        _verbose = () => [.. Enumerable.Range(0, shell.Streams.Verbose.Count).Select(i => shell.Streams.Verbose[i].Message)];
        IAsyncResult running = shell.BeginInvoke();
        while (!when())
        {
            Assert.False(running.IsCompleted, "it ended before it could be stopped");
            await Task.Yield();
        }

        await Task.Run(shell.Stop).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(running.IsCompleted);
    }
}
