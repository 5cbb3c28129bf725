using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Rest;

public sealed class InvokeRestMethodTests : SandboxTest
{
    private protected override void Arrange() => Shell.Set("id", PlugsOrders);

    [Fact]
    [CoversParameter("Invoke-SigmaRestMethod", "Path", "Query")]
    public void Path_is_read_with_its_query_encoded_and_arrays_repeated()
    {
        ShellResult result = Run(
            "Invoke-SigmaRestMethod v2/files -Query @{ name = 'Plugs & Co=é'; typeFilters = 'data-model', 'folder'; directChildFilter "
                + "= $false; gone = $null }"
        ).MustSucceed();
        Assert.Equal(
            "?directChildFilter=false&name=Plugs%20%26%20Co%3D%C3%A9&typeFilters=data-model&typeFilters=folder",
            Requests.Last()!.Query);
        Assert.Single(result.Output);
    }

    [Fact]
    public void Whole_response_is_kept()
    {
        Server.Faults.Arm(new Fault { Status = 200, Body = """{"n":1.10,"t":"2026-01-02T03:04:05Z","N":null,"deep":[{"a":[]}]}""" });
        Assert.Equal(
            ["""{"n":1.10,"t":"2026-01-02T03:04:05Z","N":null,"deep":[{"a":[]}]}"""],
            Sent(
                "$a = Invoke-SigmaRestMethod v2/anything; Invoke-SigmaRestMethod v2/files -Method Post -Body $a -ErrorAction "
                    + "SilentlyContinue"
            ));
    }

    [Fact]
    [CoversParameter("Invoke-SigmaRestMethod", "AsJson")]
    public void AsJson_gives_the_exact_text()
    {
        Server.Faults.Arm(new Fault { Status = 200, Body = "{ \"a\" : 1.0 }" });
        Assert.Equal(["{ \"a\" : 1.0 }"], Run("Invoke-SigmaRestMethod v2/anything -AsJson").MustSucceed().Texts);
    }

    [Theory]
    [InlineData("v2/dataModels", "limit", "dataModelId")]
    [InlineData("v2/dataModels/467bc369-5db7-4963-8172-b24a49dbc75b/columns", "limit", "columnId")]
    [InlineData("v2/connections/tables/{table}/columns", "pageSize", "name")]
    [CoversParameter("Invoke-SigmaRestMethod", "All")]
    public void All_follows_both_families(string path, string size, string key)
    {
        string table = Run(
            "(Invoke-SigmaRestMethod v2/connections/paths -All)[0].urlId; (Invoke-SigmaRestMethod v2/dataModels/$id/sources -All | "
                + "Where-Object type -eq table)[0].tableId"
        ).MustSucceed().Texts[1]!;
        string full = path.Replace("{table}", table, StringComparison.Ordinal);
        int all = Run($"Invoke-SigmaRestMethod '{full}' -All").MustSucceed().Output.Count;
        Requests.Clear();
        ShellResult paged = Run($"(Invoke-SigmaRestMethod '{full}' -Query @{{ {size} = 2 }} -All).{key}").MustSucceed();
        Assert.Equal((all, all), (paged.Texts.Count, paged.Texts.Distinct().Count()));
        Assert.Equal((all + 1) / 2, Requests.Count());
    }

    [Fact]
    public void All_takes_a_bare_array_and_an_array_needs_no_All()
    {
        Server.Options.ListsMembersAsArray = true;
        ShellResult result = Run("@(Invoke-SigmaRestMethod v2/members -All).Count; @(Invoke-SigmaRestMethod v2/members).Count")
            .MustSucceed();
        Assert.Equal(result.Texts[0], result.Texts[1]);
        Assert.True(int.Parse(result.Texts[0]!, System.Globalization.CultureInfo.InvariantCulture) > 1);
    }

    [Fact]
    public void Marker_that_comes_twice_ends_the_list_with_an_error()
    {
        Server.Faults.Arm(new Fault { RepeatCursor = true, Times = 10 });
        ShellResult result = Run("Invoke-SigmaRestMethod v2/dataModels -Query @{ limit = 2 } -All");
        Assert.Equal("SigmaUnexpectedAnswer", result.ErrorId);
        Assert.InRange(Requests.Count(), 2, 3);
    }

    [Fact]
    [CoversParameter("Invoke-SigmaRestMethod", "Method", "Body")]
    public void Body_is_text_or_becomes_JSON_without_a_limit_of_depth()
    {
        Assert.Equal(
            ["""{"type":"folder","name":"é"}"""],
            Sent("Invoke-SigmaRestMethod v2/files Post -Body '{\"type\":\"folder\",\"name\":\"é\"}'"));
        Assert.Equal(
            ["""{"a":{"b":{"c":{"d":[1.5,null,true]}}}}"""],
            Sent(
                "Invoke-SigmaRestMethod v2/x -Method Post -Body @{ a = @{ b = [pscustomobject]@{ c = [ordered]@{ d = 1.5, $null, $true } "
                    + "} } } -ErrorAction SilentlyContinue"
            ));
        Assert.Equal(["""{"name":"New"}"""], Sent("Invoke-SigmaRestMethod v2/files/$id -Method Patch -Body @{ name = 'New' }"));
        Assert.Equal("New", Organization.GetModel(PlugsOrders).Name);
    }

    [Fact]
    [CoversParameter("Invoke-SigmaRestMethod", "WhatIf", "Confirm")]
    public void Write_asks_and_a_read_does_not()
    {
        ShellResult what = Run("Invoke-SigmaRestMethod v2/files/$id -Method Delete -WhatIf; Invoke-SigmaRestMethod v2/whoami -WhatIf")
            .MustSucceed();
        Assert.Single(what.Output);
        Assert.Contains($"DELETE v2/files/{PlugsOrders} on {Server.BaseUrl.Authority}, organization", what.Host);
        Assert.NotEmpty(Run("Invoke-SigmaRestMethod v2/files/$id -Method Delete -Confirm").Errors);
        Assert.Equal(0, Requests.Count("DELETE"));
        Assert.Empty(Run("Invoke-SigmaRestMethod v2/files/$id -Method Delete").MustSucceed().Output);
        Assert.Equal(1, Requests.Count("DELETE"));
    }

    [Theory]
    [InlineData("Invoke-SigmaRestMethod", "-Path")]
    [InlineData("Invoke-SigmaRestMethod https://evil.example/v2/files", "session's own host")]
    [InlineData("Invoke-SigmaRestMethod v2/../v2/files", "'..'")]
    [InlineData("Invoke-SigmaRestMethod v2/auth/token -Method Post", "Connect-Sigma")]
    [InlineData("Invoke-SigmaRestMethod v2/dataModels/$id/spec -Method Put -Body '{}'", "Set-SigmaDataModelSpec")]
    [InlineData("Invoke-SigmaRestMethod v2/files -Body '{}'", "no body")]
    [InlineData("Invoke-SigmaRestMethod v2/files -Method Post -All", "-All")]
    [InlineData("Invoke-SigmaRestMethod v2/files -Method Post -Body 'name: x'", "JSON")]
    public void Invalid_request_is_refused_before_anything_is_sent(string command, string says)
    {
        ShellResult result = Run(command);
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Contains(says, result.ErrorText);
        Assert.Empty(Requests.All);
    }

    [Theory]
    [InlineData("Post", "v2/files")]
    [InlineData("Patch", "v2/files/$id")]
    public void Write_whose_response_is_lost_is_not_sent_again(string method, string path)
    {
        Server.Faults.Arm(KnownFaults.AppliedThenDropped(method.ToUpperInvariant()));
        ShellResult result = Run($"Invoke-SigmaRestMethod \"{path}\" -Method {method} -Body @{{ type = 'folder'; name = 'n' }}");
        Assert.Equal("SigmaWriteOutcomeUnknown", result.ErrorId);
        Assert.Equal(1, Requests.Count());
    }

    [Fact]
    [CoversParameter("Invoke-SigmaRestMethod", "Session")]
    public async Task Session_named_is_the_one_used()
    {
        await using SandboxServer other = await SandboxServer.StartAsync();
        Run("$first = Get-SigmaSession");
        Shell.Connect(other).MustSucceed();
        other.Requests.Clear();
        Run("Invoke-SigmaRestMethod v2/whoami -Session $first").MustSucceed();
        Assert.Equal((1, 0), (Requests.Count(), other.Requests.Count()));
    }

    [Fact]
    public void Response_without_JSON_is_an_error_and_available_as_text()
    {
        Server.Faults.Arm(new Fault { Status = 200, Body = "a,b", ContentType = "text/csv", Times = 2 });
        Assert.Equal("SigmaUnexpectedAnswer", Run("Invoke-SigmaRestMethod v2/x").ErrorId);
        Assert.Equal(["a,b"], Run("Invoke-SigmaRestMethod v2/x -AsJson").MustSucceed().Texts);
    }

    private string[] Sent(string script)
    {
        Run(script);
        return [Requests.Last()!.Body];
    }
}
