using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>Promise 3: no secret leaves, in no stream, error, object, CLIXML or event.</summary>
[Collection(ProcessWide.Name)]
public sealed class SecretTests : SandboxTest
{
    private const string PlainToken = "plain-token-of-another-client";
    // Characters that URL encoding and Base64 change, so that each form is distinguished from the others.
    private const string Secret = "s3cr+t/recognisable=%&?Zq9" + "0123456789abcdef";

    private static readonly string[] Scripts =
    [
        "Get-SigmaSession",
        "Get-SigmaSession -All",
        "Get-SigmaDataModel",
        "Get-SigmaDataModel -Name 'none'",
        "Get-SigmaDataModel 467bc369-5db7-4963-8172-000000000000",
        "Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b",
        "Get-SigmaDataModelSpec nonsense",
        "$s = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b; "
            + "$s.pages[0].name = 'New'; $s | Set-SigmaDataModelSpec -PassThru -WhatIf",
        "$s = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b; "
            + "$s.pages[0].elements[0].description = [guid]::NewGuid(); "
            + "$s.name = 'Renamed'; $s | Set-SigmaDataModelSpec -PassThru",
        "$s = Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b; $s.pages = $null; $s | Set-SigmaDataModelSpec",
        "Set-SigmaDataModelSpec -Json '{'",
        "Connect-Sigma -BaseUrl 'https://127.0.0.1:1' -ClientId someone -ClientSecret $secret -RetryTimeoutSec 0",
        "Connect-Sigma -BaseUrl $address -ClientId someone -ClientSecret $secret -RetryTimeoutSec 0",
        "Connect-Sigma -BaseUrl ('https://user:' + 'pass@127.0.0.1') -ClientId someone -ClientSecret $secret -RetryTimeoutSec 0",
    ];

    private static readonly Fault[] Faults =
    [
        KnownFaults.Status(401),
        KnownFaults.Forbidden(),
        KnownFaults.FirewallPage(),
        KnownFaults.ThrottlePage(),
        KnownFaults.ThrottlePage(200),
        KnownFaults.Throttled(3),
        KnownFaults.Status(500),
        KnownFaults.Status(503),
        KnownFaults.Status(409, "inode_archived", "archived"),
        KnownFaults.Dropped(),
        KnownFaults.Redirect(new Uri("https://127.0.0.1:1/")),
    ];

    // They listen from before the shell connects.
    private readonly EventRecorder _events = new();
    private readonly DiagnosticRecorder _diagnostics = new();

    private protected override SandboxOptions Options => new() { ClientSecret = Secret, TimeProvider = new LeapingClock() };

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _diagnostics.Dispose();
        _events.Dispose();
    }

    [Fact]
    public async Task None_is_found_anywhere()
    {
        List<object?> seen = [];
        await SendWithPlainClientAsync(Server.BaseUrl);
        Play(Shell, seen, Scripts);
        foreach (Fault fault in Faults)
        {
            Server.Faults.Arm(fault with { Times = 3 });
            Play(
                Shell,
                seen,
                [
                    "Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b",
                    .. Scripts.Where(script => script.Contains("PassThru", StringComparison.Ordinal)),
                ]
            );
            Server.Faults.Disarm();
            Server.Faults.Arm(fault with { PathContains = "/v2/auth/token" });
            Play(Shell, seen, [Scripts[^2]]);
            Server.Faults.Disarm();
        }

        seen.AddRange(Run("$Error").Output);
        seen.Add(
            Run("$Error; Get-SigmaSession -All | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 6) }").Texts);
        Organization.ExpireAccessTokens();
        Play(Shell, seen, ["Get-SigmaDataModel"]);
        Reflected secrets = new([.. Needles([Secret, .. Organization.IssuedTokens])]);
        Assert.True(Organization.IssuedTokens.Count >= 2);
        Assert.True(seen.Count > 100, "too little was looked at");
        Assert.Equal([], secrets.Find(seen));
        Assert.Equal(
            [],
            seen.Distinct().SelectMany(item => Clixml(Shell, item))
                .Where(secrets.IsIn)
                .Select(text => text[..Math.Min(200, text.Length)]));
        IReadOnlyList<string> written = _events.Copy();
        Assert.True(written.Count > 50, "no events were seen");
        Assert.Contains(written, text => text.StartsWith("System.Net.Http ", StringComparison.Ordinal));
        IReadOnlyList<string> diagnosed = _diagnostics.Copy();
        Assert.Contains(diagnosed, text =>
            text.StartsWith("HttpHandlerDiagnosticListener ", StringComparison.Ordinal)
            && text.Contains(PlainToken, StringComparison.Ordinal));
        Assert.Equal([], diagnosed.Where(secrets.IsIn).Select(text => text[..Math.Min(600, text.Length)]).Distinct());
        Assert.Equal(
            "",
            string.Join(
                "\n",
                written.Where(secrets.IsIn).Select(text => text[..Math.Min(600, text.Length)]).Distinct()));
    }

    [Fact]
    public async Task None_of_a_browser_login_is_found_anywhere()
    {
        using SignInPerson person = new();
        List<object?> seen = [];
        await SendWithPlainClientAsync(Server.BaseUrl);

        // A code that the service echoes in its refusal, a refused consent, and a login that is allowed.
        Task<ShellResult> connecting = person.Connect(Server, "-Verbose");
        await person.SeeAsync();
        Uri back = await person.AnswerAsync(Server, "allow");
        string code = System.Web.HttpUtility.ParseQueryString(back.Query)["code"]!;
        Server.Faults.Arm(Echo(code, person.State));
        await person.SendAsync(back);
        Keep(await connecting, seen, person.State);
        connecting = person.Connect(Server, "-Verbose");
        await person.SeeAsync();
        await person.DecideAsync(Server, "deny");
        Keep(await connecting, seen, person.State);
        Keep(await person.ConnectAsync(Server, "-Verbose -PassThru"), seen, person.State);

        Play(person.Shell, seen, Scripts[..4]);
        Organization.ExpireAccessTokens();
        Play(person.Shell, seen, Scripts[..4]);
        Organization.ExpireAccessTokens();
        string ownCode = Organization.IssuedTokens.Last(token => token.StartsWith("sbxcode", StringComparison.Ordinal));
        Server.Faults.Arm(Echo(Organization.IssuedTokens[^1], ownCode));
        Play(person.Shell, seen, ["Get-SigmaDataModel", "$Error"]);
        seen.AddRange(person.Shell.Run("$Error").Output);
        string[] verifiers = [.. Requests.Find("POST", "/mcp/token")
            .Select(request => System.Web.HttpUtility.ParseQueryString(request.Body)["code_verifier"]).OfType<string>()];
        Assert.NotEmpty(verifiers);
        Assert.True(Organization.IssuedTokens.Count >= 7, "too few tokens were issued");
        Reflected secrets = new([.. Needles([.. Organization.IssuedTokens, .. verifiers])]);
        Assert.Equal([], secrets.Find(seen));
        Assert.Equal([], seen.Distinct().SelectMany(item => Clixml(person.Shell, item)).Where(secrets.IsIn));

        // The person's own browser, a client of this process, sends the code in an address.
        string[] written = [.. _events.Copy().Concat(_diagnostics.Copy())
            .Where(text => !text.Contains("/oauth/callback", StringComparison.Ordinal))];
        Assert.True(written.Length > 50, "no events were seen");
        Assert.Equal([], written.Where(secrets.IsIn).Select(text => text[..Math.Min(600, text.Length)]).Distinct());
    }

    private static Fault Echo(params string[] secrets) => new()
    {
        PathContains = "/mcp/token",
        Status = 400,
        Body = $"{{\"error\":\"invalid_grant\",\"error_description\":\"bad form: {string.Join(" and ", secrets)}\"}}",
    };

    // The address of the page, an information record, is the only text that contains the state; it is worthless after the login.
    private static void Keep(ShellResult result, List<object?> seen, string state)
    {
        seen.AddRange([.. result.Output, .. result.Errors, .. result.Verbose, .. result.Warnings, .. result.Information, result.Thrown]);
        Assert.Equal([], new Reflected([state]).Find(new object?[] { result.Output, result.Verbose, result.Warnings }));
        Assert.All(result.Errors, error => Assert.DoesNotContain("code_verifier", error.ToString(), StringComparison.Ordinal));
    }

    // The module's requests make no diagnostic event. This one shows that the listener would see a token in such an event.
    private static async Task SendWithPlainClientAsync(Uri address)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, "v2/whoami"));
        request.Headers.Authorization = new("Bearer", PlainToken);
        using HttpResponseMessage response = await client.SendAsync(request);
    }

    private static void Play(Shell shell, List<object?> seen, IEnumerable<string> scripts)
    {
        foreach (string script in scripts)
        {
            ShellResult result = shell.Run("& { " + script + " } -Verbose 4>&1 3>&1 6>&1");
            seen.Add(result);
            result = shell.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; " + script);
            seen.AddRange(result.Output);
            seen.AddRange(result.Errors);
            seen.AddRange(result.Verbose);
            seen.AddRange(result.Warnings);
            seen.AddRange(result.Information);
            seen.Add(result.Host);
            seen.Add(result.Thrown);
        }
    }

    private static IEnumerable<string> Needles(IEnumerable<string> secrets)
    {
        foreach (string secret in secrets)
        {
            yield return secret;
            yield return Uri.EscapeDataString(secret);
            yield return System.Net.WebUtility.UrlEncode(secret);
            string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
            yield return base64[..^4];
        }
    }

    // Deeper than Export-Clixml goes. Of an error, levels deeper than its first two describe code, but for the target.
    private static string[] Clixml(Shell shell, object? item)
    {
        shell.Set("item", item is ShellResult ? null : item);
        object? plain = item is PSObject wrapped ? wrapped.BaseObject : item;
        shell.Set("target", (plain as ErrorRecord)?.TargetObject);
        const string serializer = "[System.Management.Automation.PSSerializer]";
        int depth = plain is ErrorRecord or Exception ? 2 : 4;
        return
        [
            .. shell.Run($"{serializer}::Serialize($item, {depth}); {serializer}::Serialize($target, 4)").Texts.OfType<string>(),
        ];
    }
}
