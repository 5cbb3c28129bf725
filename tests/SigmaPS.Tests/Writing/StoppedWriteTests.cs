using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>
/// A pipeline that is stopped while a write is under way tells nobody what became of it: the session's next command says so, once.
/// </summary>
public sealed class StoppedWriteTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private SandboxServer _server = null!;
    private Func<string[]> _verbose = () => [];
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server, retryTimeoutSec: 300);
        _shell.Run($"$s = Get-SigmaDataModelSpec {PlugsOrders}; $s.pages[0].elements[0].columns[0].description = 'mine'").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _server.Faults.Disarm();
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

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
    public async Task The_next_command_warns_once_and_names_what_it_was(string script, string method)
    {
        _server.Faults.Arm(KnownFaults.Slow(Long) with { Method = method });
        await StopWhenAsync(script, () => _server.Requests.Count(method) == 1);
        string warning = Assert.Single(_shell.Run("Get-SigmaConnection | Out-Null").MustSucceed().Warnings);
        Assert.Contains("stopped", warning);
        Assert.True(
            warning.Contains("Plugs Orders", StringComparison.Ordinal)
                || warning.Contains("Plugs%20Orders", StringComparison.Ordinal)
                || warning.Contains(PlugsOrders, StringComparison.Ordinal),
            warning);
        Assert.Matches("Get-Sigma|before you send", warning);
        Assert.Empty(_shell.Run("Get-SigmaConnection | Out-Null").Warnings);
    }

    [Theory]
    [InlineData("Connect-Sigma -BaseUrl $address -ClientId $id -ClientSecret $secret")]
    [InlineData("Disconnect-Sigma")]
    [InlineData("$s | Set-SigmaDataModelSpec -WhatIf")]
    public async Task Whatever_the_next_command_is(string next)
    {
        _server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "PUT" });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () => _server.Requests.Count("PUT") == 1);
        Assert.Contains(_shell.Run(next).MustSucceed().Warnings, warning => warning.Contains("\"Plugs Orders\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Also_when_the_answer_was_lost_and_it_is_still_being_settled()
    {
        _server.Faults.Arm(KnownFaults.AppliedThenDropped());
        _server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "GET", PathContains = "/spec", Skip = 1 });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () =>
            _server.Requests.Count("PUT") == 1 && _server.Requests.Count("GET", "**/spec") == 2);
        Assert.Single(_shell.Run("Get-SigmaConnection | Out-Null").Warnings);
        Assert.Equal(3, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public async Task Also_when_it_was_answered_and_only_the_read_back_was_stopped()
    {
        _server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "GET", PathContains = "/spec", Skip = 1 });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () => _server.Requests.Count("GET", "**/spec") == 2);
        Assert.Single(_shell.Run("Get-SigmaConnection | Out-Null").Warnings);
    }

    [Fact]
    public async Task Not_when_it_was_stopped_before_anything_was_sent()
    {
        _server.Faults.Arm(KnownFaults.Slow(Long) with { Method = "GET", PathContains = "/elements" });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec", () => _server.Requests.Count("GET", "**/elements") == 1);
        Assert.Empty(_shell.Run("Get-SigmaConnection | Out-Null").MustSucceed().Warnings);
    }

    [Fact]
    public async Task Not_when_the_service_had_refused_it_at_the_door_and_it_was_waiting_for_another_try()
    {
        _server.Faults.Arm(KnownFaults.Throttled(100) with { Method = "PUT" });
        await StopWhenAsync("$s | Set-SigmaDataModelSpec "
            + "-Verbose", () => _verbose().Any(line => line.Contains(" in 100 s: ", StringComparison.Ordinal)));
        Assert.Empty(_shell.Run("Get-SigmaSession | Disconnect-Sigma").MustSucceed().Warnings);
    }

    private async Task StopWhenAsync(string script, Func<bool> when)
    {
        using PowerShell shell = PowerShell.Create(_shell.Runspace);
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
