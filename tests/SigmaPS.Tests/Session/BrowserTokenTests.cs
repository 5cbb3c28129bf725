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
public sealed class BrowserTokenTests : SignInTest
{
    private protected override SandboxOptions Options => new() { TimeProvider = new LeapingClock() };

    [Fact]
    public async Task Expired_token_is_renewed_with_the_newest_refresh_token()
    {
        (await Person.ConnectAsync(Server)).MustSucceed();
        for (int i = 0; i < 3; i++)
        {
            Organization.ExpireAccessTokens();
            Person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        }

        string[] sent = [.. Refreshes().Select(request => request.Body)];
        Assert.Equal(3, sent.Length);
        Assert.Equal(3, sent.Distinct().Count());
        Assert.All(Refreshes(), request => Assert.False(request.HasAuthorization));
    }

    [Fact]
    public async Task Parallel_requests_renew_an_expired_token_once()
    {
        (await Person.ConnectAsync(Server)).MustSucceed();
        object session = Person.Shell.Run("Get-SigmaSession").Output[0]!;
        List<Shell> readers = [.. Enumerable.Range(0, 4).Select(_ => new Shell())];
        Organization.ExpireAccessTokens();
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
        (await Person.ConnectAsync(Server)).MustSucceed();
        Organization.ExpireRefreshTokens();
        Organization.ExpireAccessTokens();
        for (int i = 0; i < 2; i++)
        {
            ShellResult result = Person.Shell.Run("Get-SigmaDataModel");
            Assert.Equal("SigmaTokenExpired", result.ErrorId);
            Assert.Contains("Connect-Sigma -Interactive", result.ErrorText);
        }

        Assert.Single(Refreshes());
    }

    [Fact]
    public async Task Login_without_a_refresh_token_ends_with_its_token()
    {
        Server.Options.OmitsRefreshToken = true;
        Assert.Equal(false, (await Person.ConnectAsync(Server, "-PassThru")).MustSucceed().Property("CanRenew"));
        Person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        Organization.ExpireAccessTokens();
        ShellResult result = Person.Shell.Run("Get-SigmaDataModel");
        Assert.Equal("SigmaTokenExpired", result.ErrorId);
        Assert.Contains("Connect-Sigma -Interactive", result.ErrorText);
        Assert.Empty(Refreshes());
    }

    [Fact]
    public async Task Stopped_command_does_not_lose_the_refresh_token()
    {
        (await Person.ConnectAsync(Server)).MustSucceed();
        Organization.ExpireAccessTokens();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Faults.Arm(new Fault
        {
            PathContains = "/mcp/token",
            Meanwhile = () =>
            {
                asked.TrySetResult();
                return release.Task;
            },
        });
        PowerShell? running = null;
        Task<ShellResult> reading = Task.Run(() => Person.Shell.Run("Get-SigmaDataModel", shell => running = shell));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        running!.BeginStop(null, null);
        await reading;
        release.TrySetResult();
        Person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        Assert.Single(Refreshes());
    }

    [Fact]
    public async Task Failed_renewal_keeps_the_refresh_token()
    {
        (await Person.ConnectAsync(Server)).MustSucceed();
        Organization.ExpireAccessTokens();
        Server.Faults.Arm(KnownFaults.Status(503) with { PathContains = "/mcp/token" });
        Assert.Equal("SigmaServiceUnavailable", Person.Shell.Run("Get-SigmaDataModel").ErrorId);
        Person.Shell.Run("Get-SigmaDataModel").MustSucceed();
    }

    [Fact]
    public async Task Disconnect_forgets_the_tokens()
    {
        object session = (await Person.ConnectAsync(Server, "-PassThru")).MustSucceed().Output[0]!;
        Person.Shell.Run("Disconnect-Sigma").MustSucceed();
        Requests.Clear();
        Person.Shell.Set("session", session);
        Assert.Equal("SigmaSessionNotLive", Person.Shell.Run("Get-SigmaDataModel -Session $session").ErrorId);
        Assert.Empty(Requests.All);
    }

    private IReadOnlyList<RecordedRequest> Refreshes() =>
        [.. Requests.Find("POST", "/mcp/token").Where(r => r.Body.Contains("grant_type=refresh_token", StringComparison.Ordinal))];
}
