using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>
/// Responses from between the module and the service, or that no service gives: their messages, and the requests not sent.
/// </summary>
public sealed class EdgeTests : SandboxTest
{
    private protected override void Arrange() => ReadSpec();

    [Theory]
    [InlineData("Get-SigmaDataModelSpec " + PlugsOrders)]
    [InlineData("Invoke-SigmaRestMethod v2/whoami")]
    public void Response_above_256_MB_is_refused(string script)
    {
        Server.Faults.Arm(
            new Fault
            {
                Status = 200,
                Body = "{",
                Headers = new Dictionary<string, string> { ["Content-Length"] = "268435457" },
            });
        ShellResult result = Run(script);
        Assert.Equal("SigmaUnexpectedAnswer", result.ErrorId);
        Assert.Contains("256 MB", result.ErrorText);
        Assert.Equal(1, Requests.Count());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirected_PUT_is_followed_nowhere_and_never_becomes_a_GET(int status)
    {
        await using SandboxServer elsewhere = await SandboxServer.StartAsync();
        foreach (Uri host in new[] { elsewhere.BaseUrl, Server.BaseUrl })
        {
            Requests.Clear();
            Server.Faults.Arm(KnownFaults.Redirect(new Uri(host, "v2/elsewhere"), status) with { Method = "PUT" });
            ShellResult result = Run("$s.pages[0].elements[0].columns[0].description = 'mine'; $s | Set-SigmaDataModelSpec");
            Assert.Equal("SigmaUnexpectedAnswer", result.ErrorId);
            Assert.Contains("-BaseUrl", result.ErrorText);
            Assert.Equal(("PUT", 1), (Requests.All[^1].Method, Requests.Count("PUT")));
            Assert.DoesNotContain(Requests.All, request => request.Path == "/v2/elsewhere");
        }

        Assert.Empty(elsewhere.Requests.All);
        Assert.Equal(2, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Theory]
    [InlineData("Get-SigmaConnection", "account type")]
    [InlineData("Get-SigmaFile", "account type")]
    [InlineData("Get-SigmaMember", "account type")]
    [InlineData("New-SigmaFolder Trials", "account type")]
    [InlineData("Get-SigmaDataModelColumn " + PlugsOrders, "a grant on the model or its folder (Can view at least)")]
    [InlineData("Get-SigmaDataModel -Scope Organization", "whole organization")]
    [InlineData("Set-SigmaDataModel " + PlugsOrders + " -Description x", "older organizations: the Admin account type")]
    public void Status_403_speaks_of_what_was_asked_for(string script, string expected)
    {
        Server.Faults.Arm(KnownFaults.Forbidden() with { Method = script.StartsWith("Set-", StringComparison.Ordinal) ? "PATCH" : null });
        ShellResult result = Run(script);
        Assert.Equal("SigmaPermissionDenied", result.ErrorId);
        Assert.Contains("403", result.ErrorText);
        Assert.Contains("\"You do not have permission to do this.\"", result.ErrorText);
        Assert.Contains(expected, result.ErrorText);
        Assert.Equal(
            expected.Contains("older", StringComparison.Ordinal)
                || expected.Contains("model", StringComparison.Ordinal)
                || script.Contains("Model", StringComparison.Ordinal),
            result.ErrorText.Contains("model", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -WhatIf", 0)]
    [InlineData("$s | Set-SigmaDataModelSpec", 1)]
    [InlineData("New-SigmaDataModel $s -WhatIf", 0)]
    [InlineData("New-SigmaDataModel $s", 1)]
    public void Text_that_the_firewall_rejects_is_named_before_the_send_and_in_a_preview(string script, int sent)
    {
        ShellResult result = Run("$s.pages[0].elements[0].columns[0].description = 'drawn in RGB(1, 2, 3)'; " + script).MustSucceed();
        Assert.Contains(
            "/pages/0/elements/0/columns/0/description",
            Assert.Single(result.Warnings, warning => warning.StartsWith("Sigma's firewall", StringComparison.Ordinal)));
        Assert.Equal(sent, Requests.Count("PUT") + Requests.Count("POST"));
    }

    [Fact]
    public void Where_nothing_is_sent_there_is_nothing_to_warn_of()
    {
        Run("$s.pages[0].elements[0].columns[0].description = 'rgb(1,2,3)'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.DoesNotContain(Run("$s | Set-SigmaDataModelSpec").MustSucceed().Warnings, warning =>
            warning.Contains("firewall", StringComparison.Ordinal));
    }
}
