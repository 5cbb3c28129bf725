using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Who takes an element out is told which data models read it.</summary>
public sealed class ReadersTests : IAsyncLifetime
{
    // Two models have this name.
    private const string SalesCore = "06de7885-847b-468d-a96e-7db8f5b84bb1";
    private SandboxServer _server = null!;
    private Shell _shell = null!;
    private string _reader = "";

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _reader = _server.Organization.GetModelByName("Built on Sales Core").Id;
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("core", SalesCore);
        _shell.Run("$s = Get-SigmaDataModelSpec $core; $without = $s.PSObject.Copy(); foreach ($page in $without.pages) { $page.elements = @($page.elements | Where-Object id -eq 'tblStores3') }").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void WhatIf_names_the_data_models_that_read_what_goes()
    {
        ShellResult result = _shell.Run("$without | Set-SigmaDataModelSpec -SkipValidation -WhatIf").MustSucceed();
        Assert.Contains($", which goes, is read by data model \"Built on Sales Core\" ({_reader}).", result.Host, StringComparison.Ordinal);
        Assert.True(result.Host.TrimEnd('\n').Split('\n').Length <= 20);
        Assert.Contains("Built on Sales Core", Assert.Single(result.Information, record => record.Tags.Contains("SigmaPS.Plan")).MessageData.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("tblStores3", string.Join(" ", result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_is_allowed_to_remove_warns_and_its_result_says_the_same()
    {
        ShellResult result = _shell.Run("$without | Set-SigmaDataModelSpec -SkipValidation -AllowRemoval -PassThru").MustSucceed();
        string[] findings = [.. ((string[])result.Property("Findings")!).Where(finding => finding.Contains("which goes", StringComparison.Ordinal))];
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Contains(result.Warnings, warning => warning.EndsWith(finding, StringComparison.Ordinal)));
        Assert.Contains(findings, finding => finding.Contains(_reader, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_asked_where_no_element_goes_or_the_write_is_refused()
    {
        Assert.Equal("SigmaRemovalNotAllowed", _shell.Run("$without | Set-SigmaDataModelSpec -SkipValidation").ErrorId);
        _shell.Run("$s.pages[0].elements[0].columns.RemoveAt(3); $s | Set-SigmaDataModelSpec -SkipValidation -AllowRemoval -WhatIf").MustSucceed();
        Assert.Equal(0, _server.Requests.Count("GET", "**/sources"));
        Assert.Equal(0, _server.Requests.Count("GET", "/v2/dataModels"));
    }

    [Fact]
    public void Many_writes_of_one_command_ask_each_model_once()
    {
        _shell.Run("$twin = (Get-SigmaDataModel -Name 'Plugs Orders', 'Orders Joined' | Get-SigmaDataModelSpec) | ForEach-Object { foreach ($page in $_.pages) { $page.elements = @() }; $_ }").MustSucceed();
        _server.Requests.Clear();
        _shell.Run("@($twin) + $without | Set-SigmaDataModelSpec -SkipValidation -WhatIf").MustSucceed();
        int living = _server.Organization.Models.Count(model => !model.IsArchived);
        Assert.Equal((1, living), (_server.Requests.Count("GET", "/v2/dataModels"), _server.Requests.Count("GET", "**/sources")));
        Assert.True(_server.Requests.MaxInFlight <= 5);
    }

    [Fact]
    public void What_could_not_be_asked_is_said_and_stops_nothing()
    {
        _server.Faults.Arm(KnownFaults.Forbidden() with { PathContains = _reader });
        ShellResult one = _shell.Run("$without | Set-SigmaDataModelSpec -SkipValidation -WhatIf").MustSucceed();
        Assert.Contains($"Of {_server.Organization.Models.Count(model => !model.IsArchived)} data models, 1 could not be asked", one.Host, StringComparison.Ordinal);
        _server.Faults.Arm(KnownFaults.Forbidden() with { PathContains = "/v2/dataModels", Skip = 2 });
        Assert.Contains("could not be found out", _shell.Run("$without | Set-SigmaDataModelSpec -SkipValidation -WhatIf").MustSucceed().Host, StringComparison.Ordinal);
    }
}
