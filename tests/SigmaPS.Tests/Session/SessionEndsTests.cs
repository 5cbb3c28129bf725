using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class SessionEndsTests : ServerTest
{
    [Fact]
    public async Task Disconnect_ends_every_request_under_way_with_a_clear_error()
    {
        using Shell owner = Shell.ConnectedTo(Server);
        object session = owner.Run("Get-SigmaSession").Output[0]!;
        Server.Options.Latency = TimeSpan.FromHours(1);
        List<Shell> readers = [.. Enumerable.Range(0, 7).Select(_ => new Shell())];
        Task<ShellResult>[] reads = [.. readers.Select(reader => Task.Run(() =>
        {
            reader.Set("session", session);
            return reader.Run("Get-SigmaDataModel -Session $session");
        }))];
        while (Requests.Count("GET", "/v2/dataModels") < 5)
        {
            await Task.Yield();
        }

        owner.Run("Disconnect-Sigma").MustSucceed();
        ShellResult[] results = await Task.WhenAll(reads).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(results, result => Assert.Equal("SigmaSessionNotLive", result.ErrorId));
        readers.ForEach(reader => reader.Dispose());
        Server.Options.Latency = TimeSpan.Zero;
    }

    [Fact]
    public void After_Disconnect_a_runspace_does_not_go_on_with_somebody_else_s_session()
    {
        using Shell one = Shell.ConnectedTo(Server);
        using Shell other = Shell.ConnectedTo(Server);
        one.Run("Disconnect-Sigma").MustSucceed();
        Assert.Equal("SigmaNotConnected", one.Run("Get-SigmaDataModel").ErrorId);
        other.Run("Get-SigmaDataModel").MustSucceed();
        one.Connect(Server).MustSucceed();
        one.Run("Get-SigmaDataModel; Disconnect-Sigma").MustSucceed();
        other.Run("Disconnect-Sigma").MustSucceed();
    }

    [Fact]
    public void Closed_runspace_s_session_goes_with_it_unless_somebody_holds_it()
    {
        using Shell left = new(sharesSessions: true);
        left.Run("Get-SigmaSession -All | Disconnect-Sigma");
        using (Shell closed = new())
        {
            closed.Connect(Server).MustSucceed();
        }

        Assert.Equal("SigmaNotConnected", left.Run("Get-SigmaDataModel").ErrorId);
    }

    [Theory]
    [InlineData(400, "{\"message\":\"bad form: client_secret={secret}\"}")]
    [InlineData(200, "\"{secret}\"")]
    [InlineData(200, "{\"access_token\":{\"x\":\"{secret}\"}}")]
    public void Sign_in_that_is_echoed_shows_no_secret(int status, string body)
    {
        Server.Faults.Arm(
            new Fault
            {
                PathContains = "/v2/auth/token",
                Status = status,
                Body = body.Replace("{secret}", Organization.ClientSecret, StringComparison.Ordinal),
            });
        using Shell shell = new();
        ShellResult result = shell.Connect(Server);
        Assert.Equal([], new Reflected([Organization.ClientSecret]).Find(result.Errors));
    }

    [Theory]
    [InlineData("Connect-Sigma aws-us-west")]
    [InlineData("Connect-Sigma -Credential someone")]
    public void Name_in_place_of_a_credential_does_not_ask_for_a_password(string command)
    {
        using Shell shell = new();
        ShellResult result = shell.Run(command);
        Assert.Single(result.Errors);
        Assert.DoesNotContain("nobody to answer", result.ErrorText);
    }
}
