using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>A colleague publishes while a write waits, at a service that ignores documentVersion: the colleague's work stays.</summary>
public sealed class WaitedWriteTests : SandboxTest
{
    private protected override SandboxOptions Options => new() { HonoursDocumentVersion = false, TimeProvider = new LeapingClock() };

    private protected override Shell Open() => Connected(null);

    private protected override void Arrange() => ReadChangedSpec();

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -Confirm:$false", 429)]
    [InlineData("$s | Set-SigmaDataModelSpec -Confirm:$false", 401)]
    [InlineData("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -Confirm:$false", 429)]
    [InlineData("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -Confirm:$false", 401)]
    public void It_is_a_conflict(string write, int status)
    {
        if (write.StartsWith("Restore", StringComparison.Ordinal))
        {
            Run("$s | Set-SigmaDataModelSpec").MustSucceed();
            Requests.Clear();
        }

        Server.Faults.Arm(Refusal(status));
        ShellResult result = Run(write);
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Equal(("PRECIOUS", 1), (Page(PlugsOrders), Requests.Count("PUT")));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(401)]
    public async Task It_is_a_conflict_in_a_release_too(int status)
    {
        await using Releases.ReleaseTestBed shop = await Releases.ReleaseTestBed.OpenAsync(retryTimeoutSec: 30, clock: new LeapingClock());
        shop.Server.Options.HonoursDocumentVersion = false;
        JsonObject model = shop.Write(1);
        shop.Publish().MustSucceed();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        shop.Save(1, model);
        string id = shop.LiveModel(1).Id;
        shop.Server.Requests.Clear();
        shop.Server.Faults.Arm(Refusal(status) with { Meanwhile = () => Precious(shop.Server, id) });
        ShellResult result = shop.Publish();
        Assert.NotEmpty(result.Errors);
        Assert.Equal(1, shop.Server.Requests.Count("PUT"));
        Assert.Equal("PRECIOUS", (string)JsonNode.Parse(shop.LiveModel(1).SpecJson)!["pages"]![0]!["name"]!);
    }

    [Fact]
    public void Version_published_during_a_prompt_is_not_overwritten_after_a_fast_reply()
    {
        using Shell shell = Connected(_ =>
        {
            Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "PRECIOUS");
            return 0;
        });
        ShellResult result = shell.Run(
            "$s = Get-SigmaDataModelSpec $id; $s.pages[0].elements[0].columns[0].description = 'mine'; $s | Set-SigmaDataModelSpec -Confirm"
        );
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Equal(("PRECIOUS", 0), (Page(PlugsOrders), Requests.Count("PUT")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("-ContentOnly", "")]
    [InlineData("-ContentOnly", "Order No")]
    [InlineData("", "Order No")]
    public void Old_file_beside_a_newer_index_does_not_overwrite_the_newer_version(string export, string edit)
    {
        Shell.Set("folder", Folder.FullName);
        Run($"Export-SigmaDataModelSpec $folder -DataModelId $id {export}").MustSucceed();
        string file = Assert.Single(Folder.GetFiles("*.json")).FullName;
        string old = File.ReadAllText(file);
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "PRECIOUS");
        Run($"Export-SigmaDataModelSpec $folder -DataModelId $id {export}").MustSucceed();
        File.WriteAllText(file, edit.Length == 0 ? old : old.Replace("\"Order Number\"", $"\"{edit}\"", StringComparison.Ordinal));
        foreach (
            string write in new[]
            {
                "Set-SigmaDataModelSpec -Path $folder/*.json -SkipValidation",
                "Import-SigmaDataModelSpec $folder | Set-SigmaDataModelSpec -SkipValidation",
            })
        {
            Assert.Equal("SigmaSpecConflict", Run(write).ErrorId);
        }

        Assert.Equal(("PRECIOUS", 0), (Page(PlugsOrders), Requests.Count("PUT")));
    }

    private static Fault Status(int status) => status == 401 ? KnownFaults.Status(401) : KnownFaults.Throttled(1);

    private static Task Precious(SandboxServer server, string id)
    {
        server.Organization.EditAsColleague(id, spec => spec["pages"]![0]!["name"] = "PRECIOUS");
        return Task.CompletedTask;
    }

    private Fault Refusal(int status) => Status(status) with { Method = "PUT", Meanwhile = () => Precious(Server, PlugsOrders) };

    private string Page(string id) => (string)JsonNode.Parse(Organization.GetModel(id).SpecJson)!["pages"]![0]!["name"]!;

    private Shell Connected(Func<string, int>? answer)
    {
        Shell shell = new(answer: answer);
        shell.Connect(Server, retryTimeoutSec: 30).MustSucceed();
        shell.Set("id", PlugsOrders);
        return shell;
    }
}
