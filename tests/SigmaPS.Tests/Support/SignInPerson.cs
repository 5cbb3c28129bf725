using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using System.Web;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>A person at a browser: opens the login page over HTTP, decides, and follows the redirect to the command.</summary>
internal sealed class SignInPerson : IDisposable
{
    private static readonly string[] Variables =
        ["CI", "TF_BUILD", "GITHUB_ACTIONS", "BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"];

    private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly SemaphoreSlim _seen = new(0);
    private readonly List<string> _lines = [];

    public SignInPerson()
    {
        Array.ForEach(Variables, name => Environment.SetEnvironmentVariable(name, null));
        Shell = NewShell();
        Shell.Run("Get-SigmaSession -All | Disconnect-Sigma");
    }

    /// <summary>A shell in an interactive host without a browser.</summary>
    public Shell Shell { get; }

    /// <summary>The lines that the command showed.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The address of the last login page that was shown.</summary>
    public Uri Address => new(Regex.Match(Lines.Last(line => line.Contains("/mcp/authorize", StringComparison.Ordinal)), @"http\S+").Value);

    /// <summary>The address to which the browser returns.</summary>
    public Uri Redirect => new(HttpUtility.ParseQueryString(Address.Query)["redirect_uri"]!);

    public string State => HttpUtility.ParseQueryString(Address.Query)["state"]!;

    public static Shell NewShell() => new(host: new EditorHost(""));

    /// <summary>Runs Connect-Sigma -Interactive in the background.</summary>
    public Task<ShellResult> Connect(SandboxServer server, string extra = "", Shell? shell = null, Action<PowerShell>? onBegin = null)
    {
        Shell used = shell ?? Shell;
        return Task.Run(() =>
        {
            using SessionClocks? clock = SessionClocks.Use(server);
            return used.Run(
                $"Connect-Sigma -Interactive -BaseUrl {server.BaseUrl} -RetryTimeoutSec 0 {extra}",
                running =>
                {
                    Watch(running);
                    onBegin?.Invoke(running);
                });
        });
    }

    /// <summary>Waits until the command shows the address of a login page.</summary>
    public async Task SeeAsync() => Xunit.Assert.True(await _seen.WaitAsync(TimeSpan.FromSeconds(30)), "no address was shown");

    /// <summary>Connects, allows the access as a member and waits for the command.</summary>
    public async Task<ShellResult> ConnectAsync(SandboxServer server, string extra = "")
    {
        Task<ShellResult> connecting = Connect(server, extra);
        await SeeAsync();
        await DecideAsync(server, "allow");
        return await connecting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Opens the page, presses a button and follows the redirect. Returns the text of the command's own page.</summary>
    public async Task<string> DecideAsync(SandboxServer server, string decision)
    {
        using HttpResponseMessage back = await _http.GetAsync(await AnswerAsync(server, decision));
        return await back.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page and presses a button. Returns the address to which the page sends the browser.</summary>
    public async Task<Uri> AnswerAsync(SandboxServer server, string decision, Uri? address = null)
    {
        string page = await _http.GetStringAsync(address ?? Address);
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["request"] = Regex.Match(page, "name=\"request\" value=\"([^\"]+)\"").Groups[1].Value,
            ["member"] = server.Organization.Colleague.Id,
            ["decision"] = decision,
        });
        using HttpResponseMessage decided = await _http.PostAsync(new Uri(server.BaseUrl, "mcp/authorize"), form);
        return decided.Headers.Location!;
    }

    /// <summary>Sends a request to the command, as another program of this machine could.</summary>
    public async Task<int> SendAsync(Uri address)
    {
        using HttpResponseMessage response = await _http.GetAsync(address);
        return (int)response.StatusCode;
    }

    public void Dispose()
    {
        Shell.Run("Get-SigmaSession -All | Disconnect-Sigma");
        Shell.Dispose();
        _http.Dispose();
        _seen.Dispose();
        foreach ((string name, string? value) in Variables.Zip(_before))
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private void Watch(PowerShell running) => running.Streams.Information.DataAdded += (_, added) =>
    {
        string line = running.Streams.Information[added.Index].ToString();
        lock (_lines)
        {
            _lines.Add(line);
        }

        if (line.Contains("/mcp/authorize", StringComparison.Ordinal))
        {
            _seen.Release();
        }
    };
}
