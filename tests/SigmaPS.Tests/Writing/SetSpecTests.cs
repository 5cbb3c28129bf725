using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>The write of design section 5, from the first landing on.</summary>
public sealed class SetSpecTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
        ReadSpec();
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "Spec", "PassThru")]
    public void Edit_is_published_as_the_next_version_and_read_back()
    {
        ShellResult result = Run("$el.columns[0].description = 'The order'; $s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal("Updated", result.Property("Status")!.ToString());
        Assert.Equal((2L, 3L), ((long)result.Property("VersionBefore")!, (long)result.Property("VersionAfter")!));
        Assert.Equal(3, Live.LatestVersion);
        Assert.Equal("The order", LiveColumn(0)["description"]!.GetValue<string>());
        Assert.Equal(
            ["GET spec", "GET elements", "PUT spec", "GET spec", "GET columns"],
            Requests.All.Select(r => r.Method + " " + r.Path.Split('/')[^1]));
        Assert.Empty(Run("$el.columns[0].description = 'Again'; Set-SigmaDataModelSpec $s").MustSucceed().Output);
        Assert.Equal(4, Live.LatestVersion);
    }

    [Fact]
    public void Version_just_read_is_sent_without_the_server_managed_fields()
    {
        Run("$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec").MustSucceed();
        JsonObject body = JsonNode.Parse(Requests.Last("PUT")!.Body)!.AsObject();
        Assert.Equal(["schemaVersion", "pages", "documentVersion"], body.Select(p => p.Key));
        Assert.Equal(2, body["documentVersion"]!.GetValue<int>());
        Assert.StartsWith("application/json", Requests.Last("PUT")!.ContentType);
    }

    [Fact]
    public void When_the_pages_are_the_same_nothing_is_sent()
    {
        Assert.Equal("Unchanged", Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, Requests.Count());
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "SendEquivalent")]
    public void Equivalent_content_is_sent_on_request_only()
    {
        Run("$el.visibleAsSource = $true").MustSucceed();
        Assert.Equal("Equivalent", Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(0, Requests.Count("PUT"));
        Assert.Equal(
            "Updated",
            Run("$s | Set-SigmaDataModelSpec -PassThru -SendEquivalent").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "AllowRemoval")]
    public void Removals_need_a_switch()
    {
        Run("$el.columns = $el.columns | Where-Object name -in 'Order Number', 'Date'").MustSucceed();
        ShellResult refused = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaRemovalNotAllowed", refused.ErrorId);
        Assert.Contains("20 columns removed", refused.ErrorText);
        Assert.Contains("-AllowRemoval", refused.ErrorText);
        Assert.Equal(0, Requests.Count("PUT"));
        Run("$s | Set-SigmaDataModelSpec -AllowRemoval").MustSucceed();
        Assert.Equal(2, JsonNode.Parse(Live.SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]!.AsArray().Count);
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "AllowUnrepresented")]
    public void Content_that_a_spec_cannot_represent_is_protected()
    {
        Organization.AddUnrepresentedElement(PlugsOrders, "Budget input");
        Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].elements[0].columns[0].description = 'x'").MustSucceed();
        ShellResult refused = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaUnrepresentedContent", refused.ErrorId);
        Assert.Contains("Budget input", refused.ErrorText);
        Run("$s | Set-SigmaDataModelSpec -AllowUnrepresented").MustSucceed();
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "SkipValidation")]
    public void Reference_that_the_edit_broke_is_named()
    {
        Run("$el.filters = @{ id = 'f1'; columnId = 'no such'; kind = 'list'; values = @() }").MustSucceed();
        ShellResult refused = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("filter 'f1'", refused.ErrorText);
        Assert.Equal(0, Requests.Count("PUT"));
        Run("$s | Set-SigmaDataModelSpec -SkipValidation");
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "NoVerify")]
    public void Reading_back_can_be_left_out()
    {
        ShellResult result = Run("$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec -NoVerify -PassThru").MustSucceed();
        Assert.Equal("PUT", Requests.Last()!.Method);
        Assert.Null(result.Property("VersionAfter"));
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "BackupPath")]
    public void Copy_is_on_disk_before_anything_is_sent_and_is_exact()
    {
        string before = Live.SpecJson;
        Server.Faults.Arm(new Fault { Method = "PUT", Status = 400, Message = "no" });
        Run(
            "$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec -BackupPath \"$folder/new/backups\" -ErrorAction "
                + "SilentlyContinue"
        );
        FileInfo file = Assert.Single(new DirectoryInfo(Path.Combine(Folder.FullName, "new", "backups")).GetFiles());
        Assert.Matches(@"^Plugs Orders\.2901pYHmWLoCy81SHAH0o3\.v2\.\d{8}T\d{6}Z\.json$", file.Name);
        Assert.Equal(before, File.ReadAllText(file.FullName));
        string second = (string)
            Run("$s | Set-SigmaDataModelSpec -PassThru -BackupPath $folder").MustSucceed().Property("BackupFile")!;
        Assert.Equal(before, File.ReadAllText(second));
    }

    [Fact]
    public void Backup_that_cannot_be_written_stops_the_write()
    {
        Shell.Set("blocked", Path.Combine(Folder.FullName, "file"));
        File.WriteAllText(Path.Combine(Folder.FullName, "file"), "");
        Assert.Equal(
            "SigmaFileFailed",
            Run("$el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec -BackupPath $blocked").ErrorId);
        Assert.Equal(0, Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "Json")]
    public void Text_goes_back_whole_or_line_by_line()
    {
        Shell.Set("nl", "\n");
        Run(
            "$json = (Get-SigmaDataModelSpec $id -AsJson).Replace('\"Order Number\"', '\"Order No\"'); Set-SigmaDataModelSpec -Json "
                + "$json"
        ).MustSucceed();
        Assert.Equal("Order No", LiveColumn(0)["name"]!.GetValue<string>());
        Run(
            "$lines = (Get-SigmaDataModelSpec $id -AsJson).Replace('\"Order No\"', '\"Order Nr\"') -split $nl; Set-SigmaDataModelSpec "
                + "-Json $lines"
        ).MustSucceed();
        Assert.Equal("Order Nr", LiveColumn(0)["name"]!.GetValue<string>());
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "Path", "LiteralPath")]
    public void Files_go_back_by_pattern_and_literally()
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "plugs [1].json"), Live.SpecJson.Replace("\"Order Number\"", "\"Order No\""));
        Run("Set-SigmaDataModelSpec -LiteralPath \"$folder/plugs [1].json\"").MustSucceed();
        Assert.Equal("Order No", LiveColumn(0)["name"]!.GetValue<string>());
        File.WriteAllText(Path.Combine(Folder.FullName, "plugs [1].json"), Live.SpecJson.Replace("\"Order No\"", "\"Order Nr\""));
        Run("Set-SigmaDataModelSpec -Path \"$folder/*.json\"").MustSucceed();
        Assert.Equal("Order Nr", LiveColumn(0)["name"]!.GetValue<string>());
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "DataModelId")]
    public void Typed_ID_of_another_model_is_reported_as_a_transfer()
    {
        string other = Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "Copy of Plugs", "Retail/Models");
        Shell.Set("other", other);
        Assert.Equal("SigmaSpecNoBase", Run("$s | Set-SigmaDataModelSpec -DataModelId $other").ErrorId);
        Assert.Contains("ANOTHER model", Run("$s | Set-SigmaDataModelSpec -DataModelId $other -WhatIf").MustSucceed().Host);
        Assert.Equal(
            [PlugsOrders, ""],
            Run(
                "($s | Set-SigmaDataModelSpec -DataModelId $other -IgnoreConflict -PassThru).TransferredFrom; ($s | "
                    + "Set-SigmaDataModelSpec -PassThru).TransferredFrom"
            ).MustSucceed().Texts);
        Assert.Equal(2, Organization.GetModel(other).LatestVersion);
        Assert.Equal(2, Live.LatestVersion);
    }

    [Fact]
    public void Second_different_spec_for_one_model_is_refused()
    {
        ShellResult result = Run(
            "$el.columns[0].description = 'one'; $t = $s.PSObject.Copy(); $t.pages[0].elements[0].columns[0].description = 'two'; $s, $t "
                + "| Set-SigmaDataModelSpec"
        );
        Assert.Equal("SigmaSpecDuplicateTarget", result.ErrorId);
        Assert.Equal("one", LiveColumn(0)["description"]!.GetValue<string>());
    }

    private JsonNode LiveColumn(int index) => JsonNode.Parse(Live.SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![index]!;
}
