using System.IO;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Promise 2: no blind overwrite.</summary>
public sealed class ConcurrencyCheckTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("id", PlugsOrders);
        _shell.Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].elements[0].columns[0].description = 'mine'").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [CoversParameter("Set-SigmaDataModelSpec", "IgnoreConflict")]
    public void When_a_colleague_was_faster_the_write_is_refused_with_who_when_and_what(bool serviceChecks)
    {
        _server.Options.HonoursDocumentVersion = serviceChecks;
        _server.Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["name"] = "Order Date");
        ShellResult result = _shell.Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("based on version 2;", result.ErrorText);
        Assert.Contains(_server.Organization.Colleague.Email, result.ErrorText);
        Assert.Contains("1 column renamed (\"Order Date\")", result.ErrorText);
        Assert.Equal(0, _server.Requests.Count("PUT"));
        _shell.Run("$s | Set-SigmaDataModelSpec -IgnoreConflict").MustSucceed();
        Assert.Equal(4, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void A_colleague_who_comes_between_the_read_and_the_write_is_noticed_by_the_service()
    {
        _server.Faults.Arm(new Fault { Method = "PUT", Status = 400, Message = "documentVersion is stale" });
        _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal("SigmaInvalidSpec", _shell.Run("$s | Set-SigmaDataModelSpec -IgnoreConflict").ErrorId);
        Assert.Equal(3, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void A_write_that_the_service_refuses_because_live_has_moved_in_between_is_a_conflict()
    {
        _server.Faults.Arm(new Fault
        {
            Method = "PUT",
            Status = 400,
            Message = "stale",
            Meanwhile = () =>
            {
                _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        ShellResult result = _shell.Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("based on version 2;", result.ErrorText);
    }

    [Fact]
    public void A_successful_write_moves_the_object_s_base_on()
    {
        _shell
            .Run("$s | Set-SigmaDataModelSpec; $s.pages[0].elements[0].columns[0].description = 'mine again'; $s | Set-SigmaDataModelSpec")
            .MustSucceed();
        Assert.Equal(4, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void A_copy_and_a_job_s_result_still_know_what_they_build_on()
    {
        _shell.Run("$copy = $s.PSObject.Copy(); $copy | Set-SigmaDataModelSpec").MustSucceed();
        _shell
            .Run(
                "$back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-SigmaDataModelSpec $id))); $back.pages[0].elements[0].columns[0].description = 'from a job'; $back | Set-SigmaDataModelSpec"
            )
            .MustSucceed();
        Assert.Equal(4, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "BaseDocumentVersion")]
    public void A_spec_without_a_base_is_refused_unless_the_base_is_said()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, """{"schemaVersion":1,"pages":[{"id":"p","name":"Page 1","elements":[]}]}""");
        _shell.Set("path", path);
        ShellResult result = _shell.Run("Set-SigmaDataModelSpec -LiteralPath $path -DataModelId $id -AllowRemoval");
        Assert.Equal("SigmaSpecNoBase", result.ErrorId);
        Assert.Contains("-BaseDocumentVersion 2", result.ErrorText);
        Assert.Equal(
            "SigmaSpecConflict",
            _shell.Run("Set-SigmaDataModelSpec -LiteralPath $path -DataModelId $id -AllowRemoval -BaseDocumentVersion 1").ErrorId);
        _shell.Run("Set-SigmaDataModelSpec -LiteralPath $path -DataModelId $id -AllowRemoval -BaseDocumentVersion 2").MustSucceed();
        Assert.Equal(1, _server.Requests.Count("PUT"));
        File.Delete(path);
    }

    [Fact]
    public void Without_a_base_but_with_nothing_to_change_there_is_nothing_to_refuse()
    {
        _shell
            .Run(
                "$text = (Get-SigmaDataModelSpec $id -AsJson).Replace('\"latestDocumentVersion\": 2,', '').Replace('\"documentVersion\": "
                    + "2,', '').Replace('\"latestDocumentVersion\":2,', '').Replace('\"documentVersion\":2,', '')"
            )
            .MustSucceed();
        Assert.Equal("Unchanged", _shell.Run("Set-SigmaDataModelSpec -Json $text -PassThru").MustSucceed().Property("Status")!.ToString());
    }
    [Theory]
    [InlineData("Set-SigmaDataModelSpec -Path $file")]
    [InlineData("Set-SigmaDataModelSpec -Json $text")]
    [InlineData("Set-SigmaDataModelSpec -Json $bare -DataModelId $id -BaseDocumentVersion 2")]
    [InlineData("$s | Set-SigmaDataModelSpec -BaseDocumentVersion 2")]
    public void A_conflict_tells_what_the_colleague_changed_wherever_the_base_comes_from(string write)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sigmaps-");
        _shell.Set("folder", folder.FullName);
        _shell
            .Run(
                "$id | Export-SigmaDataModelSpec $folder -ContentOnly; $text = Get-SigmaDataModelSpec $id -AsJson; $text = "
                    + "$text.Replace('\"Order Number\"', '\"Order No\"')"
            )
            .MustSucceed();
        string file = Assert.Single(folder.GetFiles("*.json")).FullName;
        _shell.Set("bare", File.ReadAllText(file).Replace("\"Order Number\"", "\"Order No\"", System.StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Order Number\"", "\"Order No\"", System.StringComparison.Ordinal));
        _shell.Set("file", file);
        _server.Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["name"] = "Order Date");
        _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(2));
        _server.Requests.Clear();
        ShellResult result = _shell.Run(write);
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("based on version 2;", result.ErrorText);
        Assert.Contains("Since then: 1 column removed", result.ErrorText);
        Assert.Contains("1 column renamed (\"Order Date\")", result.ErrorText);
        Assert.Equal(write.StartsWith("$s |", System.StringComparison.Ordinal) ? 1 : 2, _server.Requests.Count("GET", "**/spec"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Where_the_base_cannot_be_read_the_conflict_says_so()
    {
        _shell.Run("$text = (Get-SigmaDataModelSpec $id -AsJson).Replace('\"Order Number\"', '\"Order No\"')").MustSucceed();
        _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        _server.Faults.Arm(new Fault { Method = "GET", PathContains = "/spec", Skip = 1, Status = 404, Message = "No such version" });
        ShellResult result = _shell.Run("Set-SigmaDataModelSpec -Json $text");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("version 2", result.ErrorText);
        Assert.Contains("\"No such version.\"", result.ErrorText);
    }
}
