using System;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>The credentials and the address of a connect.</summary>
[Collection(ProcessWide.Name)]
public sealed class ConnectTests : SandboxTest
{
    private static readonly string[] Variables = ["SIGMA_BASE_URL", "SIGMA_CLIENT_ID", "SIGMA_CLIENT_SECRET", "SIGMA_API_TOKEN"];

    private protected override Shell Open() => new();

    public override async Task DisposeAsync()
    {
        foreach (string name in Variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Run("Get-SigmaSession -All | Disconnect-Sigma");
        await base.DisposeAsync();
    }

    [Fact]
    [CoversParameter("Connect-Sigma", "ClientId", "ClientSecret", "BaseUrl", "PassThru")]
    public void Client_ID_and_secret_are_checked_with_whoami_and_give_a_session()
    {
        ShellResult result = Shell.Connect(Server, "-PassThru").MustSucceed();
        Assert.Equal(Organization.Id, result.Property("OrganizationId"));
        Assert.Equal(Organization.ApiUser.Id, result.Property("UserId"));
        Assert.Equal(true, result.Property("CanRenew"));
        Assert.Equal(Server.BaseUrl, result.Property("BaseUrl"));
        RecordedRequest token = Assert.Single(Requests.Find("POST", "/v2/auth/token"));
        Assert.StartsWith("grant_type=client_credentials&client_id=", token.Body);
        Assert.Equal(1, Requests.Count("GET", "/v2/whoami"));
    }

    [Fact]
    public void Without_PassThru_nothing_is_given() => Assert.Empty(Shell.Connect(Server).MustSucceed().Output);

    [Fact]
    [CoversParameter("Connect-Sigma", "Credential")]
    public void Credential_object_is_client_ID_and_secret()
    {
        Shell.Set("address", Server.BaseUrl.ToString());
        Shell.Set(
            "credential",
            new System.Management.Automation.PSCredential(Organization.ClientId, Shell.Secure(Organization.ClientSecret)));
        Assert.Equal(
            Organization.ClientId,
            Run("$credential | Connect-Sigma -BaseUrl $address -PassThru").MustSucceed().Property("ClientId"));
    }

    [Fact]
    public void With_nothing_given_the_environment_is_read()
    {
        Environment.SetEnvironmentVariable("SIGMA_BASE_URL", Server.BaseUrl + "v2/");
        Environment.SetEnvironmentVariable("SIGMA_CLIENT_ID", Organization.ClientId);
        Environment.SetEnvironmentVariable("SIGMA_CLIENT_SECRET", Organization.ClientSecret);
        Assert.Equal(Server.BaseUrl, Run("Connect-Sigma -PassThru").MustSucceed().Property("BaseUrl"));
    }

    [Fact]
    [CoversParameter("Connect-Sigma", "AccessToken")]
    public async Task Access_token_works_until_it_expires_and_the_error_names_that()
    {
        string token = await TokenAsync();
        Shell.Set("address", Server.BaseUrl.ToString());
        Shell.Set("token", Shell.Secure(token));
        Assert.Equal(false, Run("Connect-Sigma -BaseUrl $address -AccessToken $token -PassThru").MustSucceed().Property("CanRenew"));
        Run("Get-SigmaDataModel").MustSucceed();
        Organization.ExpireAccessTokens();
        ShellResult ended = Run("Get-SigmaDataModel");
        Assert.Equal("SigmaTokenExpired", ended.ErrorId);
        Assert.Contains("Connect again", ended.ErrorText);
    }

    [Fact]
    public async Task Write_that_ends_with_its_access_token_is_not_a_conflict_although_a_colleague_published()
    {
        Shell.Set("address", Server.BaseUrl.ToString());
        Shell.Set("token", Shell.Secure(await TokenAsync()));
        Run("Connect-Sigma -BaseUrl $address -AccessToken $token").MustSucceed();
        ReadSpec();
        Server.Faults.Arm(KnownFaults.Status(401) with
        {
            Method = "PUT",
            Meanwhile = () =>
            {
                Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        Assert.Equal("SigmaTokenExpired", Run("$el.columns[0].description = 'mine'; $s | Set-SigmaDataModelSpec").ErrorId);
        Assert.Equal("SigmaSpecConflict", Run("$s | Set-SigmaDataModelSpec").ErrorId);
    }

    [Fact]
    public async Task Environment_may_hold_a_token_instead()
    {
        Environment.SetEnvironmentVariable("SIGMA_BASE_URL", Server.BaseUrl.ToString());
        Environment.SetEnvironmentVariable("SIGMA_API_TOKEN", await TokenAsync());
        Assert.Equal(false, Run("Connect-Sigma -PassThru").MustSucceed().Property("CanRenew"));
    }

    [Fact]
    [CoversParameter("Connect-Sigma", "Region")]
    public void Region_and_address_together_are_refused_before_anything_is_sent()
    {
        ShellResult result = Shell.Connect(Server, "-Region aws-eu");
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Contains("not both", result.ErrorText);
        Assert.Empty(Requests.All);
    }

    [Theory]
    [InlineData("Connect-Sigma", "SigmaInvalidAddress", "-Region")]
    [InlineData("Connect-Sigma -Region aws-us-west", "SigmaInvalidArgument", "No credentials given")]
    [InlineData("Connect-Sigma -Region aws-us-west -ClientId x", "SigmaInvalidArgument", "-ClientSecret")]
    [InlineData("Connect-Sigma -BaseUrl http://api.sigmacomputing.com", "SigmaInvalidAddress", "plain http")]
    [InlineData("Connect-Sigma -BaseUrl https://app.sigmacomputing.com", "SigmaInvalidAddress", "not of the API")]
    [InlineData("Connect-Sigma -Region mars", "ParameterArgumentValidationError", "gcp-us")]
    public void Missing_and_invalid_arguments_are_named(string command, string id, string says)
    {
        ShellResult result = Run(command);
        Assert.StartsWith(id, result.ErrorId);
        Assert.Contains(says, result.ErrorText);
    }

    [Fact]
    public void Wrong_secret_is_one_clear_error_and_leaves_no_session()
    {
        Shell.Set("address", Server.BaseUrl.ToString());
        Shell.Set("secret", Shell.Secure("wrong"));
        ShellResult result = Run(
            "try { Connect-Sigma -BaseUrl $address -ClientId someone -ClientSecret $secret "
                + "-RetryTimeoutSec 0 } catch [SigmaPS.SigmaException] { $_.Exception.ErrorId }");
        Assert.Equal(["SigmaAuthenticationFailed"], result.Texts);
        Assert.Empty(Run("Get-SigmaSession").MustSucceed().Output);
        Assert.Equal(1, Requests.Count("POST", "/v2/auth/token"));
    }

    [Fact]
    public void Failed_connect_keeps_the_session_that_was_there()
    {
        Shell.Connect(Server).MustSucceed();
        Shell.Set("secret", Shell.Secure("wrong"));
        Assert.NotEmpty(Run("Connect-Sigma -BaseUrl $address -ClientId someone -ClientSecret $secret -RetryTimeoutSec 0").Errors);
        Run("Get-SigmaDataModel").MustSucceed();
    }

    private async Task<string> TokenAsync()
    {
        using HttpClient client = new() { BaseAddress = Server.BaseUrl };
        using FormUrlEncodedContent form = new(new[]
        {
            System.Collections.Generic.KeyValuePair.Create("grant_type", "client_credentials"),
            System.Collections.Generic.KeyValuePair.Create("client_id", Organization.ClientId),
            System.Collections.Generic.KeyValuePair.Create("client_secret", Organization.ClientSecret),
        });
        using HttpResponseMessage response = await client.PostAsync(new Uri("v2/auth/token", UriKind.Relative), form);
        return System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }
}
