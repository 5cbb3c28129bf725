using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>A connect that the network, a proxy or a web page on the way prevents.</summary>
[Collection(ProcessWide.Name)]
public sealed class ConnectNetworkTests : SandboxTest
{
    private protected override Shell Open() => new();

    [Theory]
    [InlineData("https://sigmaps-no-such-host.invalid", "SigmaNetworkUnavailable", "sigmaps-no-such-host.invalid")]
    [InlineData("https://127.0.0.1:1", "SigmaNetworkUnavailable", "127.0.0.1:1")]
    public void No_network_is_named_with_the_host(string address, string id, string says)
    {
        Shell.Set("secret", Shell.Secure("s"));
        ShellResult result = Run($"Connect-Sigma -BaseUrl {address} -ClientId x -ClientSecret $secret -RetryTimeoutSec 0");
        Assert.Equal(id, result.ErrorId);
        Assert.Contains(says, result.ErrorText);
    }

    [Fact]
    public void No_secure_connection_is_an_error_of_its_own()
    {
        Shell.Set("secret", Shell.Secure("s"));
        ShellResult result = Run(
            $"Connect-Sigma -BaseUrl https://{Server.BaseUrl.Authority} -ClientId x -ClientSecret $secret -RetryTimeoutSec 0");
        Assert.Equal("SigmaTlsFailed", result.ErrorId);
    }

    [Fact]
    public void Proxy_that_cannot_be_reached_is_named_without_its_password()
    {
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new WebProxy(new Uri("http://user:hush@127.0.0.1:1"));
            Shell.Set("secret", Shell.Secure("s"));
            ShellResult result = Run(
                "Connect-Sigma -BaseUrl https://sigma.example.invalid -ClientId x -ClientSecret $secret -RetryTimeoutSec 0");
            Assert.Equal("SigmaProxyFailed", result.ErrorId);
            Assert.Contains("127.0.0.1:1", result.ErrorText);
            Assert.DoesNotContain("hush", result.ErrorText);

            // A request to this machine never goes through it: http is not encrypted.
            Shell.Connect(Server).MustSucceed();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    [CoversParameter("Connect-Sigma", "Proxy", "ProxyCredential")]
    public async Task Proxy_that_is_named_is_used_with_its_credential_and_no_message_holds_the_password()
    {
        using System.Net.Sockets.TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> asked = ProxyAsync(listener);
        Shell.Set("secret", Shell.Secure("s"));
        Shell.Set("who", new System.Management.Automation.PSCredential("user", Shell.Secure("hush")));
        Shell.Set("proxy", "http://" + listener.LocalEndpoint);
        ShellResult result = Run(
            "Connect-Sigma -BaseUrl https://sigma.example.invalid -ClientId x "
                + "-ClientSecret $secret -RetryTimeoutSec 0 -Proxy $proxy -ProxyCredential $who -Verbose");
        Assert.Contains(
            "Proxy-Authorization: Basic " + Convert.ToBase64String("user:hush"u8),
            await asked,
            StringComparison.OrdinalIgnoreCase);
        Assert.Equal("SigmaProxyFailed", result.ErrorId);
        Assert.DoesNotContain("hush", result.ErrorText + result.Error.Exception + string.Join("", result.Verbose));

        // A request to this machine does not go through it.
        Shell.Connect(Server, "-Proxy $proxy").MustSucceed();
        Assert.Contains("Add -Proxy", Shell.Connect(Server, "-ProxyCredential $who").ErrorText);
        Assert.DoesNotContain("hush", Shell.Connect(Server, "-Proxy http://user:hush@proxy.example").ErrorText);
    }

    [Theory]
    [InlineData("http://0.0.0.0:3128")]
    [InlineData("http://[::]:3128")]
    [InlineData("http://proxy.example:0")]
    public void Connect_refuses_a_proxy_to_which_no_connection_is_possible(string proxy)
    {
        ShellResult result = Shell.Connect(Server, $"-Proxy {proxy}");
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Contains("-Proxy", result.ErrorText, StringComparison.Ordinal);
        Assert.Empty(Server.Requests.All);
    }

    [Fact]
    public void Web_page_in_place_of_JSON_is_named_without_its_markup()
    {
        Server.Faults.Arm(
            new Fault
            {
                PathContains = "/v2/auth/token",
                Status = 200,
                Body = "<!DOCTYPE html><html><title>Sigma</title></html>",
                ContentType = "text/html",
            }
        );
        ShellResult result = Shell.Connect(Server);
        Assert.Equal("SigmaNotJson", result.ErrorId);
        Assert.DoesNotContain("<", result.ErrorText);
    }

    // Wants a password first, and lets nothing through then.
    private static async Task<string> ProxyAsync(System.Net.Sockets.TcpListener listener)
    {
        string all = "";
        while (!all.Contains("Proxy-Authorization", StringComparison.OrdinalIgnoreCase))
        {
            using System.Net.Sockets.TcpClient client = await listener.AcceptTcpClientAsync();
            byte[] buffer = new byte[8192];
            all += System.Text.Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer));
            bool known = all.Contains("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(known
                ? "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 407 Proxy Authentication Required\r\n"
                    + "Proxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }

        return all;
    }
}
