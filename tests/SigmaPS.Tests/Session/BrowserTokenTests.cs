using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>The tokens of a browser login: renewed once, with a refresh token that works once, until Sigma refuses.</summary>
[Collection(ProcessWide.Name)]
public sealed class BrowserTokenTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SignInPerson _person = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = new LeapingClock() });
        _person = new SignInPerson();
    }

    public async Task DisposeAsync()
    {
        _person.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Expired_token_is_renewed_with_the_newest_refresh_token()
    {
        (await _person.ConnectAsync(_server)).MustSucceed();
        for (int i = 0; i < 3; i++)
        {
            _server.Organization.ExpireAccessTokens();
            _person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        }

        string[] sent = [.. Refreshes().Select(request => request.Body)];
        Assert.Equal(3, sent.Length);
        Assert.Equal(3, sent.Distinct().Count());
        Assert.All(Refreshes(), request => Assert.False(request.HasAuthorization));
    }

    [Fact]
    public async Task Parallel_requests_renew_an_expired_token_once()
    {
        (await _person.ConnectAsync(_server)).MustSucceed();
        object session = _person.Shell.Run("Get-SigmaSession").Output[0]!;
        List<Shell> readers = [.. Enumerable.Range(0, 4).Select(_ => new Shell())];
        _server.Organization.ExpireAccessTokens();
        ShellResult[] results = await Task.WhenAll(readers.Select(reader => Task.Run(() =>
        {
            reader.Set("session", session);
            return reader.Run("Get-SigmaDataModel -Session $session");
        })));
        readers.ForEach(reader => reader.Dispose());
        Assert.All(results, result => result.MustSucceed());
        Assert.Single(Refreshes());
    }

    [Fact]
    public async Task Refused_refresh_token_is_an_error_that_names_the_next_step_and_is_not_sent_again()
    {
        (await _person.ConnectAsync(_server)).MustSucceed();
        _server.Organization.ExpireRefreshTokens();
        _server.Organization.ExpireAccessTokens();
        for (int i = 0; i < 2; i++)
        {
            ShellResult result = _person.Shell.Run("Get-SigmaDataModel");
            Assert.Equal("SigmaTokenExpired", result.ErrorId);
            Assert.Contains("Connect-Sigma -Interactive", result.ErrorText);
        }

        Assert.Single(Refreshes());
    }

    [Fact]
    public async Task Login_without_a_refresh_token_ends_with_its_token()
    {
        _server.Options.OmitsRefreshToken = true;
        Assert.Equal(false, (await _person.ConnectAsync(_server, "-PassThru")).MustSucceed().Property("CanRenew"));
        _person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        _server.Organization.ExpireAccessTokens();
        ShellResult result = _person.Shell.Run("Get-SigmaDataModel");
        Assert.Equal("SigmaTokenExpired", result.ErrorId);
        Assert.Contains("Connect-Sigma -Interactive", result.ErrorText);
        Assert.Empty(Refreshes());
    }

    [Fact]
    public async Task Stopped_command_does_not_lose_the_refresh_token()
    {
        (await _person.ConnectAsync(_server)).MustSucceed();
        _server.Organization.ExpireAccessTokens();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Faults.Arm(new Fault
        {
            PathContains = "/mcp/token",
            Meanwhile = () =>
            {
                asked.TrySetResult();
                return release.Task;
            },
        });
        PowerShell? running = null;
        Task<ShellResult> reading = Task.Run(() => _person.Shell.Run("Get-SigmaDataModel", shell => running = shell));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        running!.BeginStop(null, null);
        await reading;
        release.TrySetResult();
        _person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        Assert.Single(Refreshes());
    }

    [Fact]
    public async Task Failed_renewal_keeps_the_refresh_token()
    {
        (await _person.ConnectAsync(_server)).MustSucceed();
        _server.Organization.ExpireAccessTokens();
        _server.Faults.Arm(KnownFaults.Status(503) with { PathContains = "/mcp/token" });
        Assert.Equal("SigmaServiceUnavailable", _person.Shell.Run("Get-SigmaDataModel").ErrorId);
        _person.Shell.Run("Get-SigmaDataModel").MustSucceed();
    }

    [Fact]
    public async Task Disconnect_forgets_the_tokens()
    {
        object session = (await _person.ConnectAsync(_server, "-PassThru")).MustSucceed().Output[0]!;
        _person.Shell.Run("Disconnect-Sigma").MustSucceed();
        _server.Requests.Clear();
        _person.Shell.Set("session", session);
        Assert.Equal("SigmaSessionNotLive", _person.Shell.Run("Get-SigmaDataModel -Session $session").ErrorId);
        Assert.Empty(_server.Requests.All);
    }

    private IReadOnlyList<RecordedRequest> Refreshes() =>
        [.. _server.Requests.Find("POST", "/mcp/token").Where(r => r.Body.Contains("grant_type=refresh_token", StringComparison.Ordinal))];
}
