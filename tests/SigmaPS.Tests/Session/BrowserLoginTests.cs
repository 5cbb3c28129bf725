using System;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>Connect-Sigma -Interactive: a person signs in with a browser; each error has an end and a reason.</summary>
[Collection(ProcessWide.Name)]
public sealed class BrowserLoginTests : SignInTest
{
    private readonly LeapingClock _clock = new();

    private protected override SandboxOptions Options => new() { TimeProvider = _clock };

    [Fact]
    [CoversParameter("Connect-Sigma", "Interactive")]
    public async Task Allowed_login_gives_a_session_of_thePerson()
    {
        ShellResult result = (await Person.ConnectAsync(Server, "-PassThru")).MustSucceed();
        Assert.Equal(Organization.Colleague.Id, result.Property("UserId"));
        Assert.Equal(Organization.Id, result.Property("OrganizationId"));
        Assert.Equal(true, result.Property("CanRenew"));
        Assert.Null(result.Property("ClientId"));
        Person.Shell.Run("Get-SigmaDataModel").MustSucceed();
        Assert.Equal(0, Requests.Count("POST", "/v2/auth/token"));
        Assert.All(Requests.Find("POST", "/mcp/*"), request => Assert.False(request.HasAuthorization));
    }

    [UnixFact]
    public async Task Browser_variable_names_the_command_that_opens_the_page()
    {
        using TemporaryScript browser = new("printf %s \"$1\" > \"$0.part\" && mv \"$0.part\" \"$0.seen\"");
        using FileSystemWatcher watcher = new(browser.Folder) { EnableRaisingEvents = true };
        TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Renamed += (_, _) => opened.TrySetResult();
        Environment.SetEnvironmentVariable("BROWSER", $"/no/such/browser:{browser.Path} %s");
        Task<ShellResult> connecting = Person.Connect(Server);
        await opened.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Uri address = new(await File.ReadAllTextAsync(browser.Path + ".seen"));
        Assert.Equal(200, await Person.SendAsync(await Person.AnswerAsync(Server, "allow", address)));
        (await connecting).MustSucceed();
        Assert.DoesNotContain(Person.Lines, line => line.Contains("ssh -L", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Machine_without_a_browser_shows_the_address_and_waits()
    {
        ShellResult result = (await Person.ConnectAsync(Server)).MustSucceed();
        Assert.Contains(Person.Lines, line => line.Contains($"ssh -L {Person.Redirect.Port}:127.0.0.1", StringComparison.Ordinal));
        Assert.All(result.Information, record => Assert.Contains("SigmaPS.SignIn", record.Tags));
    }

    [Fact]
    public async Task Refused_consent_is_an_error_that_quotes_the_reason()
    {
        Task<ShellResult> connecting = Person.Connect(Server);
        await Person.SeeAsync();
        string page = await Person.DecideAsync(Server, "deny");
        ShellResult result = await connecting;
        Assert.Equal("SigmaSignInFailed", result.ErrorId);
        Assert.Contains("access_denied", result.ErrorText);
        Assert.Equal(ErrorCategory.AuthenticationError, result.Error.CategoryInfo.Category);
        Assert.Contains("not completed", page);
        Assert.Empty(Person.Shell.Run("Get-SigmaSession").Output);
        Assert.Equal(0, Requests.Count("POST", "/mcp/token"));
    }

    [Fact]
    public async Task Closed_window_ends_the_wait_at_the_limit_and_frees_the_port()
    {
        Task<ShellResult> connecting = Person.Connect(Server, "-TimeoutSec 600");
        await Person.SeeAsync();
        _clock.Pass(TimeSpan.FromMinutes(5));
        Assert.False(connecting.IsCompleted, "the wait ended before its limit");
        _clock.Pass(TimeSpan.FromMinutes(5));
        ShellResult result = await connecting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("SigmaSignInFailed", result.ErrorId);
        Assert.Contains("600 seconds", result.ErrorText);
        Assert.Contains("Connect-Sigma -Interactive", result.ErrorText);
        await LateBrowser.RequireNobodyTakesAsync(Person.Redirect, Person.State);
    }

    [Fact]
    public async Task Requests_that_do_not_belong_to_the_login_do_not_end_it()
    {
        Task<ShellResult> connecting = Person.Connect(Server);
        await Person.SeeAsync();
        string redirect = Person.Redirect.AbsoluteUri;
        Assert.Equal(404, await Person.SendAsync(new Uri(Person.Redirect, "/favicon.ico")));
        Assert.Equal(404, await Person.SendAsync(new Uri(redirect)));
        Assert.Equal(400, await Person.SendAsync(new Uri(redirect + "?code=forged&state=" + new string('A', Person.State.Length))));
        Assert.Equal(400, await Person.SendAsync(new Uri(redirect + "?error=access_denied")));
        Assert.Equal(400, await Person.SendAsync(new Uri($"{redirect}?code=forged&state={Person.State}&state={Person.State}")));
        Server.Options.ReturnsWrongState = true;
        Assert.Contains("does not belong", await Person.DecideAsync(Server, "allow"));
        Assert.False(connecting.IsCompleted, "a foreign response ended the login");
        Server.Options.ReturnsWrongState = false;
        await Person.DecideAsync(Server, "allow");
        (await connecting).MustSucceed();
        Assert.Equal(1, Requests.Count("POST", "/mcp/token"));
    }

    [Fact]
    public async Task Code_that_was_used_before_is_an_error()
    {
        Task<ShellResult> connecting = Person.Connect(Server);
        await Person.SeeAsync();
        Uri first = await Person.AnswerAsync(Server, "allow");
        Server.Faults.Arm(
            new Fault
            {
                PathContains = "/mcp/token",
                ApplyThenFail = true,
                Status = 400,
                Body = "{\"error\":\"invalid_grant\"}",
            }
        );
        await Person.SendAsync(first);
        ShellResult result = await connecting;
        Assert.Equal("SigmaSignInFailed", result.ErrorId);
        Assert.Contains("invalid_grant", result.ErrorText);
    }

    [Fact]
    public async Task Code_with_an_escape_is_decoded_once_and_encoded_once()
    {
        Server.Options.EscapesCode = true;
        (await Person.ConnectAsync(Server)).MustSucceed();
    }

    [Fact]
    public void Unattended_host_is_an_error_before_any_request_that_names_client_credentials()
    {
        using Shell unattended = new();
        ShellResult result = unattended.Run($"Connect-Sigma -Interactive -BaseUrl {Server.BaseUrl}");
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Contains("SIGMA_CLIENT_ID", result.ErrorText);
        Assert.Empty(Requests.All);
    }

    [Theory]
    [InlineData("CI")]
    [InlineData("TF_BUILD")]
    public void Build_is_unattended_in_each_host(string variable)
    {
        Environment.SetEnvironmentVariable(variable, "true");
        Assert.Equal("SigmaInvalidArgument", Person.Shell.Run($"Connect-Sigma -Interactive -BaseUrl {Server.BaseUrl}").ErrorId);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public async Task Host_without_a_browser_login_is_an_error_that_names_the_other_way()
    {
        Server.Options.OffersBrowserLogin = false;
        ShellResult result = await Person.Connect(Server);
        Assert.Equal("SigmaSignInFailed", result.ErrorId);
        Assert.Contains("-ClientSecret", result.ErrorText);
    }

    [Theory]
    [InlineData("https://evil.example/mcp/token")]
    [InlineData("http://127.0.0.1:1/mcp/token")]
    [InlineData("https://api.sigmacomputing.com/mcp/token")]
    [InlineData("https://evil.example#.sigmacomputing.com")]
    [InlineData("mcp/token")]
    public async Task Token_endpoint_on_another_host_is_refused_before_the_browser_opens(string endpoint)
    {
        Server.Options.SignInTokenEndpoint = endpoint;
        ShellResult result = await Person.Connect(Server);
        Assert.Equal("SigmaSignInFailed", result.ErrorId);
        Assert.Contains("token endpoint", result.ErrorText);
        Assert.Empty(Person.Lines);
    }

    [Fact]
    public async Task Stop_ends_the_wait_and_frees_the_port()
    {
        PowerShell? running = null;
        Task<ShellResult> connecting = Person.Connect(Server, onBegin: shell => running = shell);
        await Person.SeeAsync();
        running!.BeginStop(null, null);
        await connecting.WaitAsync(TimeSpan.FromSeconds(30));
        await LateBrowser.RequireNobodyTakesAsync(Person.Redirect, Person.State);
        (await Person.ConnectAsync(Server)).MustSucceed();
    }

    [Fact]
    public async Task Newer_login_replaces_one_that_waits()
    {
        Task<ShellResult> older = Person.Connect(Server);
        await Person.SeeAsync();
        using Shell other = SignInPerson.NewShell();
        Task<ShellResult> newer = Person.Connect(Server, shell: other);
        ShellResult ended = await older.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("SigmaSignInFailed", ended.ErrorId);
        Assert.Contains("newer", ended.ErrorText);
        await Person.SeeAsync();
        await Person.DecideAsync(Server, "allow");
        (await newer).MustSucceed();
        other.Run("Disconnect-Sigma").MustSucceed();
    }

    [Fact]
    public async Task Second_login_replaces_the_session_like_every_connect()
    {
        (await Person.ConnectAsync(Server)).MustSucceed();
        object? first = Person.Shell.Run("(Get-SigmaSession).SessionId; ").Output[0];
        (await Person.ConnectAsync(Server)).MustSucceed();
        Assert.NotEqual(first, Person.Shell.Run("(Get-SigmaSession).SessionId").Output[0]);
        using Shell other = new(sharesSessions: true);
        other.Run("Get-SigmaDataModel").MustSucceed();
    }
}
