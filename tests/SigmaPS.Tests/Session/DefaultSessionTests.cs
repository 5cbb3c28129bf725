using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class DefaultSessionTests : IAsyncLifetime
{
    private readonly Shell _a = new(sharesSessions: true);
    private readonly Shell _b = new(sharesSessions: true);
    private SandboxServer _first = null!;
    private SandboxServer _second = null!;

    public async Task InitializeAsync()
    {
        _a.Run("Get-SigmaSession -All | Disconnect-Sigma").MustSucceed();
        _first = await SandboxServer.StartAsync(new SandboxOptions { OrganizationId = "11111111-1111-4111-8111-111111111111" });
        _second = await SandboxServer.StartAsync(new SandboxOptions { OrganizationId = "22222222-2222-4222-8222-222222222222" });
    }

    public async Task DisposeAsync()
    {
        _a.Run("Get-SigmaSession -All | Disconnect-Sigma");
        _a.Dispose();
        _b.Dispose();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public void Two_runspaces_with_two_organizations_interleaved_never_cross()
    {
        _a.Connect(_first).MustSucceed();
        _b.Connect(_second).MustSucceed();
        _first.Requests.Clear();
        _second.Requests.Clear();
        for (int i = 1; i <= 5; i++)
        {
            _a.Run("Get-SigmaDataModel").MustSucceed();
            Assert.Equal((i, i - 1), (_first.Requests.Count(), _second.Requests.Count()));
            _b.Run("Get-SigmaDataModel").MustSucceed();
            Assert.Equal((i, i), (_first.Requests.Count(), _second.Requests.Count()));
        }

        Assert.Equal(_first.Organization.Id, _a.Run("Get-SigmaSession").Property("OrganizationId"));
        Assert.Equal(_second.Organization.Id, _b.Run("Get-SigmaSession").Property("OrganizationId"));
    }

    [Fact]
    public void Side_by_side_they_do_not_cross_either()
    {
        _a.Connect(_first).MustSucceed();
        _b.Connect(_second).MustSucceed();
        const string Loop = "foreach ($i in 1..20) { Get-SigmaDataModel -Name 'Plugs Orders' | Get-SigmaDataModelSpec | Out-Null }";
        Parallel.Invoke(() => _a.Run(Loop).MustSucceed(), () => _b.Run(Loop).MustSucceed());
        Assert.Equal(20, _first.Requests.Count("GET", "/v2/dataModels/*/spec"));
        Assert.Equal(20, _second.Requests.Count("GET", "/v2/dataModels/*/spec"));
        Assert.All(_first.Requests.All, r => Assert.NotEqual(401, r.Status));
        Assert.All(_second.Requests.All, r => Assert.NotEqual(401, r.Status));
    }

    [Fact]
    public void Runspace_without_a_session_uses_the_only_one_of_the_process()
    {
        _a.Connect(_first).MustSucceed();
        _b.Run("Get-SigmaDataModel").MustSucceed();
        Assert.Empty(_b.Run("Get-SigmaSession").MustSucceed().Output);
    }

    [Fact]
    public void Runspace_without_a_session_is_ambiguous_with_two_organizations()
    {
        _a.Connect(_first).MustSucceed();
        _b.Connect(_second).MustSucceed();
        using Shell third = new(sharesSessions: true);
        ShellResult result = third.Run("Get-SigmaDataModel");
        Assert.Equal("SigmaSessionAmbiguous", result.ErrorId);
        Assert.Contains(_first.Organization.Id, result.ErrorText);
        Assert.Contains(_second.Organization.Id, result.ErrorText);
    }

    [Theory]
    [InlineData("one", "11111111-1111-4111-8111-111111111111", "one", "33333333-3333-4333-8333-333333333333")]
    [InlineData("one", "11111111-1111-4111-8111-111111111111", "two", "11111111-1111-4111-8111-111111111111")]
    public async Task Neither_two_organizations_of_one_client_nor_two_clients_of_one_organization_are_mixed_up(
        string client,
        string organization,
        string other,
        string otherOrganization)
    {
        await using SandboxServer first = await SandboxServer.StartAsync(
            new SandboxOptions { ClientId = client, OrganizationId = organization });
        await using SandboxServer second = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                ClientId = other,
                OrganizationId = otherOrganization,
                Port = 0,
            });
        _a.Connect(first).MustSucceed();
        _b.Connect(second).MustSucceed();
        using Shell third = new(sharesSessions: true);
        Assert.Equal("SigmaSessionAmbiguous", third.Run("Get-SigmaDataModel").ErrorId);
    }

    // One host, so that the client or the organization is all that distinguishes the two sessions.
    [Theory]
    [InlineData("two", "11111111-1111-4111-8111-111111111111")]
    [InlineData("one", "33333333-3333-4333-8333-333333333333")]
    public async Task Nor_are_they_mixed_up_on_one_host(string client, string organization)
    {
        await using SandboxServer server = await SandboxServer.StartAsync(
            new SandboxOptions { ClientId = "one", OrganizationId = "11111111-1111-4111-8111-111111111111" });
        _a.Connect(server).MustSucceed();
        server.Options.ClientId = client;
        server.Options.OrganizationId = organization;
        _b.Connect(server).MustSucceed();
        using Shell third = new(sharesSessions: true);
        Assert.Equal("SigmaSessionAmbiguous", third.Run("Get-SigmaDataModel").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModel", "Session")]
    [CoversParameter("Get-SigmaDataModelSpec", "Session")]
    [CoversParameter("Set-SigmaDataModelSpec", "Session")]
    [CoversParameter("Get-SigmaSession", "All")]
    public void Named_session_goes_before_the_runspace_s_own()
    {
        _a.Connect(_first).MustSucceed();
        _b.Connect(_second).MustSucceed();
        _first.Requests.Clear();
        _second.Requests.Clear();
        _a.Set("second", _second.Organization.Id);
        _a.Run(
                "$other = Get-SigmaSession -All | Where-Object OrganizationId -eq $second; Get-SigmaDataModel -Name 'Plugs Orders' "
                    + "-Session $other | Get-SigmaDataModelSpec -Session $other | Set-SigmaDataModelSpec -Session $other"
            )
            .MustSucceed();
        Assert.Equal((0, 3), (_first.Requests.Count(), _second.Requests.Count()));
    }

    [Fact]
    [CoversParameter("Disconnect-Sigma", "Session")]
    public void Ended_session_is_named_in_the_error()
    {
        _a.Connect(_first).MustSucceed();
        _a.Run("$mine = Get-SigmaSession; $mine | Disconnect-Sigma").MustSucceed();
        Assert.Equal("SigmaSessionNotLive", _a.Run("Get-SigmaDataModel -Session $mine").ErrorId);
        Assert.Equal("SigmaNotConnected", _a.Run("Get-SigmaDataModel").ErrorId);
        _a.Run("Disconnect-Sigma; Disconnect-Sigma").MustSucceed();
    }

    [Fact]
    public void Connecting_again_replaces_a_session_that_nobody_holds_and_keeps_one_that_somebody_does()
    {
        _a.Connect(_first).MustSucceed();
        _a.Connect(_first).MustSucceed();
        Assert.Single(_a.Run("Get-SigmaSession -All").Output);
        _a.Connect(_second).MustSucceed();
        Assert.Equal(2, _a.Run("Get-SigmaSession -All").Output.Count);
        Assert.Equal(_second.Organization.Id, _a.Run("Get-SigmaSession").Property("OrganizationId"));
    }
}
