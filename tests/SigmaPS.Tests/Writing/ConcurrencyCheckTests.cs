using System.IO;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Promise 2: no blind overwrite.</summary>
public sealed class ConcurrencyCheckTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        ReadChangedSpec();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [CoversParameter("Set-SigmaDataModelSpec", "IgnoreConflict")]
    public void When_a_colleague_was_faster_the_write_is_refused_with_who_when_and_what(bool serviceChecks)
    {
        Server.Options.HonoursDocumentVersion = serviceChecks;
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["name"] = "Order Date");
        ShellResult result = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("based on version 2;", result.ErrorText);
        Assert.Contains(Organization.Colleague.Email, result.ErrorText);
        Assert.Contains("1 column renamed (\"Order Date\")", result.ErrorText);
        Assert.Equal(0, Requests.Count("PUT"));
        Run("$s | Set-SigmaDataModelSpec -IgnoreConflict").MustSucceed();
        Assert.Equal(4, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void Colleague_who_comes_between_the_read_and_the_write_is_noticed_by_the_service()
    {
        Server.Faults.Arm(new Fault { Method = "PUT", Status = 400, Message = "documentVersion is stale" });
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal("SigmaInvalidSpec", Run("$s | Set-SigmaDataModelSpec -IgnoreConflict").ErrorId);
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void Write_that_the_service_refuses_because_live_has_moved_in_between_is_a_conflict()
    {
        Server.Faults.Arm(new Fault
        {
            Method = "PUT",
            Status = 400,
            Message = "stale",
            Meanwhile = () =>
            {
                Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        ShellResult result = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("based on version 2;", result.ErrorText);
    }

    [Theory]
    [InlineData(403, "SigmaBlockedByEdge")]
    [InlineData(429, "SigmaThrottled")]
    public void Write_that_the_service_did_not_read_is_not_a_conflict_although_a_colleague_published(int status, string error)
    {
        Server.Faults.Arm((status == 403 ? KnownFaults.FirewallPage() : KnownFaults.Throttled()) with
        {
            Method = "PUT",
            Meanwhile = () =>
            {
                Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        Assert.Equal(error, Run("$s | Set-SigmaDataModelSpec").ErrorId);
        Assert.Equal("SigmaSpecConflict", Run("$s | Set-SigmaDataModelSpec").ErrorId);
    }

    [Fact]
    public void Successful_write_moves_the_object_s_base_on()
    {
        Run("$s | Set-SigmaDataModelSpec; $s.pages[0].elements[0].columns[0].description = 'mine again'; $s | Set-SigmaDataModelSpec")
            .MustSucceed();
        Assert.Equal(4, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void Copy_and_result_of_a_job_keep_their_base_version()
    {
        Run("$copy = $s.PSObject.Copy(); $copy | Set-SigmaDataModelSpec").MustSucceed();
        Run(
            "$back = [System.Management.Automation.PSSerializer]::Deserialize("
                + "[System.Management.Automation.PSSerializer]::Serialize((Get-SigmaDataModelSpec $id))); "
                + "$back.pages[0].elements[0].columns[0].description = 'from a job'; $back | Set-SigmaDataModelSpec"
        ).MustSucceed();
        Assert.Equal(4, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "BaseDocumentVersion")]
    public void Spec_without_a_base_version_is_refused_unless_it_is_given()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, """{"schemaVersion":1,"pages":[{"id":"p","name":"Page 1","elements":[]}]}""");
        Shell.Set("path", path);
        ShellResult result = Run("Set-SigmaDataModelSpec -LiteralPath $path -DataModelId $id -AllowRemoval");
        Assert.Equal("SigmaSpecNoBase", result.ErrorId);
        Assert.Contains("-BaseDocumentVersion 2", result.ErrorText);
        Assert.Equal(
            "SigmaSpecConflict",
            Run("Set-SigmaDataModelSpec -LiteralPath $path -DataModelId $id -AllowRemoval -BaseDocumentVersion 1").ErrorId);
        Run("Set-SigmaDataModelSpec -LiteralPath $path -DataModelId $id -AllowRemoval -BaseDocumentVersion 2").MustSucceed();
        Assert.Equal(1, Requests.Count("PUT"));
        File.Delete(path);
    }

    [Fact]
    public void Without_a_base_but_with_nothing_to_change_there_is_nothing_to_refuse()
    {
        Run(
            "$text = (Get-SigmaDataModelSpec $id -AsJson).Replace('\"latestDocumentVersion\": 2,', '').Replace('\"documentVersion\": "
                + "2,', '').Replace('\"latestDocumentVersion\":2,', '').Replace('\"documentVersion\":2,', '')"
        ).MustSucceed();
        Assert.Equal("Unchanged", Run("Set-SigmaDataModelSpec -Json $text -PassThru").MustSucceed().Property("Status")!.ToString());
    }
    [Theory]
    [InlineData("Set-SigmaDataModelSpec -Path $file")]
    [InlineData("Set-SigmaDataModelSpec -Json $text")]
    [InlineData("Set-SigmaDataModelSpec -Json $bare -DataModelId $id -BaseDocumentVersion 2")]
    [InlineData("$s | Set-SigmaDataModelSpec -BaseDocumentVersion 2")]
    public void Conflict_describes_the_change_of_the_colleague_for_each_source_of_the_base_version(string write)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sigmaps-");
        Shell.Set("folder", folder.FullName);
        Run(
            "$id | Export-SigmaDataModelSpec $folder -ContentOnly; $text = Get-SigmaDataModelSpec $id -AsJson; $text = "
                + "$text.Replace('\"Order Number\"', '\"Order No\"')"
        ).MustSucceed();
        string file = Assert.Single(folder.GetFiles("*.json")).FullName;
        Shell.Set("bare", File.ReadAllText(file).Replace("\"Order Number\"", "\"Order No\"", System.StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Order Number\"", "\"Order No\"", System.StringComparison.Ordinal));
        Shell.Set("file", file);
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["name"] = "Order Date");
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(2));
        Requests.Clear();
        ShellResult result = Run(write);
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("based on version 2;", result.ErrorText);
        Assert.Contains("Since then: 1 column removed", result.ErrorText);
        Assert.Contains("1 column renamed (\"Order Date\")", result.ErrorText);
        Assert.Equal(write.StartsWith("$s |", System.StringComparison.Ordinal) ? 1 : 2, Requests.Count("GET", "**/spec"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Conflict_names_a_base_version_that_cannot_be_read()
    {
        Run("$text = (Get-SigmaDataModelSpec $id -AsJson).Replace('\"Order Number\"', '\"Order No\"')").MustSucceed();
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/spec", Skip = 1, Status = 404, Message = "No such version" });
        ShellResult result = Run("Set-SigmaDataModelSpec -Json $text");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains("version 2", result.ErrorText);
        Assert.Contains("\"No such version.\"", result.ErrorText);
    }
}
