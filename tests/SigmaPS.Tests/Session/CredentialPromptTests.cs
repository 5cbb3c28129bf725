using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>Connect-Sigma -Credential name: a person is asked for the secret, a script never is.</summary>
[Collection(ProcessWide.Name)]
public sealed class CredentialPromptTests : ServerTest
{
    private static readonly string[] BuildVariables = ["CI", "TF_BUILD", "GITHUB_ACTIONS"];
    private readonly string?[] _build = [.. BuildVariables.Select(Environment.GetEnvironmentVariable)];

    public CredentialPromptTests() => Array.ForEach(BuildVariables, name => Environment.SetEnvironmentVariable(name, null));

    public override Task DisposeAsync()
    {
        foreach ((string name, string? value) in BuildVariables.Zip(_build))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        return base.DisposeAsync();
    }

    [Theory]
    [InlineData("-Credential $id")]
    [InlineData("$id")]
    public void Name_prompts_for_the_secret_in_an_interactive_host(string arguments)
    {
        EditorHost host = new(Organization.ClientSecret);
        Assert.Equal(Organization.ClientId, Connect(host, arguments, out _));
        Assert.Equal(1, host.Prompts);
    }

    [Fact]
    public void Name_is_an_error_in_a_build_even_if_the_host_could_prompt()
    {
        Environment.SetEnvironmentVariable("TF_BUILD", "True");
        EditorHost host = new(Organization.ClientSecret);
        Assert.Null(Connect(host, "-Credential $id", out string error));
        Assert.Contains("PSCredential", error, StringComparison.Ordinal);
        Assert.Equal(0, host.Prompts);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void Name_is_an_error_in_a_host_that_nobody_sits_at()
    {
        using Shell shell = new();
        shell.Set("id", Organization.ClientId);
        ShellResult result = shell.Run($"Connect-Sigma -BaseUrl {Server.BaseUrl} -Credential $id");
        Assert.StartsWith("ParameterArgumentTransformationError", result.ErrorId);
        Assert.Contains("SIGMA_CLIENT_SECRET", result.ErrorText);
        Assert.Empty(Requests.All);
    }

    [Theory]
    [InlineData("https://no-such-host.invalid")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://192.0.2.1")]
    public void Host_that_cannot_be_reached_is_an_error_without_retries_at_a_prompt(string address)
    {
        Stopwatch watch = new();
        Assert.Null(Connect(new EditorHost(Organization.ClientSecret), "-Credential $id", out string error, address, watch));
        Assert.Contains(new Uri(address).Host, error, StringComparison.Ordinal);

        // With its retries the command would try for five minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private string? Connect(EditorHost host, string arguments, out string error, string? address = null, Stopwatch? watch = null)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("id", Organization.ClientId);
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{Repository.Manifest}'").Invoke();
        shell.Commands.Clear();
        watch?.Start();
        shell.AddScript(
            $"try {{ (Connect-Sigma {arguments} -BaseUrl {address ?? Server.BaseUrl.ToString()} -PassThru).ClientId; Disconnect-Sigma }} "
                + "catch { \"error: $_\" }"
        );
        string? text = shell.Invoke<string>().FirstOrDefault();
        watch?.Stop();
        error = text?.StartsWith("error: ", StringComparison.Ordinal) == true ? text : "";
        return error.Length > 0 ? null : text;
    }
}
