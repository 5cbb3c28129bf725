using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Restore-SigmaDataModelSpec: back to a known state, through the protections of every write.</summary>
public sealed class RestoreTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
        Run(
            "$s = Get-SigmaDataModelSpec $id; $el = $s.pages[0].elements[0]; $el.columns[0].description = 'Mine'; $w = $s | "
                + "Set-SigmaDataModelSpec -BackupPath $folder -PassThru"
        ).MustSucceed();
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "DataModelId", "DocumentVersion", "PassThru", "Session")]
    public void Version_is_put_back_as_the_next_one_and_read_back()
    {
        ShellResult result = Run("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -PassThru -Session (Get-SigmaSession)").MustSucceed();
        Assert.Equal(
            ("Updated", 3L, 4L),
            (result.Property("Status")!.ToString(), result.Property("VersionBefore"), result.Property("VersionAfter")));
        Assert.Equal(Pages(2), Pages(4));
        Assert.Equal(
            ["GET spec", "GET spec", "GET elements", "PUT spec", "GET spec", "GET columns"],
            Requests.All.Select(r => r.Method + " " + r.Path.Split('/')[^1]));
        Assert.Equal(
            "Unchanged",
            Run("@(Get-SigmaDataModelVersion $id -Last 3)[-1] | Restore-SigmaDataModelSpec -PassThru").MustSucceed().Property("Status")!
                .ToString());
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "Path", "LiteralPath", "BackupPath")]
    public void Backup_is_restored_onto_a_newer_version_and_leaves_a_backup_itself()
    {
        Run("$el.columns[1].description = 'More'; $s | Set-SigmaDataModelSpec").MustSucceed();
        string live = Organization.GetModel(PlugsOrders).SpecJson;
        ShellResult result = Run("Restore-SigmaDataModelSpec -Path \"$folder/*.json\" -PassThru -BackupPath \"$folder/second\"")
            .MustSucceed();
        Assert.Equal(Pages(2), Pages(5));
        Assert.Equal(live, File.ReadAllText((string)result.Property("BackupFile")!));
        Shell.Set("file", Directory.GetFiles(Path.Combine(Folder.FullName, "second")).Single());
        Run("Restore-SigmaDataModelSpec -LiteralPath $file").MustSucceed();
        Assert.Equal(Pages(4), Pages(6));
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "AllowRemoval")]
    public void Later_additions_are_removed_only_with_a_switch()
    {
        Run("$el.columns += @{ id = 'new'; formula = '[Price] * 2'; name = 'Twice' }; $s | Set-SigmaDataModelSpec").MustSucceed();
        ShellResult refused = Run("Restore-SigmaDataModelSpec $id -DocumentVersion 3");
        Assert.Equal("SigmaRemovalNotAllowed", refused.ErrorId);
        Assert.Contains("Twice", refused.ErrorText);
        Run("Restore-SigmaDataModelSpec $id -DocumentVersion 3 -AllowRemoval").MustSucceed();
        Assert.Equal(Pages(3), Pages(5));
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "AllowUnrepresented", "NoVerify")]
    public void Content_that_a_spec_cannot_represent_is_protected()
    {
        Organization.AddUnrepresentedElement(PlugsOrders, "Budget input");
        Assert.Equal("SigmaUnrepresentedContent", Run("Restore-SigmaDataModelSpec $id -DocumentVersion 2").ErrorId);
        Requests.Clear();
        Run("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -AllowUnrepresented -NoVerify").MustSucceed();
        Assert.Equal("PUT", Requests.Last()!.Method);
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "SkipValidation")]
    public void References_that_do_not_resolve_are_named()
    {
        JsonNode spec = JsonNode.Parse(Organization.GetModel(PlugsOrders).SpecJson)!;
        spec["pages"]![0]!["elements"]![0]!["filters"] = JsonNode.Parse("""[{"id":"f1","columnId":"no such","kind":"list","values":[]}]""");
        File.WriteAllText(Path.Combine(Folder.FullName, "broken [1].json"), spec.ToJsonString());
        Assert.Equal("SigmaInvalidSpec", Run("Restore-SigmaDataModelSpec -LiteralPath \"$folder/broken [1].json\"").ErrorId);
        Run("Restore-SigmaDataModelSpec -LiteralPath \"$folder/broken [1].json\" -SkipValidation");
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    public void Live_item_keeps_its_present_ID()
    {
        // The service has renewed the IDs of a column and of its consumers.
        Run(
            "$el.columns[0].id = 'renewed'; if ('order' -in $el.PSObject.Properties.Name) { $el.order = @($el.columns | "
                + "ForEach-Object id) }; $s | Set-SigmaDataModelSpec -AllowRemoval"
        ).MustSucceed();
        ShellResult result = Run("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -PassThru").MustSucceed();
        JsonNode column = JsonNode.Parse(Organization.GetModel(PlugsOrders).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![
            0
        ]!;
        Assert.Equal(("renewed", null), (column["id"]!.GetValue<string>(), column["description"]));
        Assert.Equal("Updated", result.Property("Status")!.ToString());
    }

    [Fact]
    [CoversParameter("Restore-SigmaDataModelSpec", "WhatIf", "Confirm")]
    public void WhatIf_shows_where_the_content_comes_from_and_sends_nothing()
    {
        ShellResult result = Run("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -WhatIf").MustSucceed();
        Assert.Contains("with that of version 2", result.Host, StringComparison.Ordinal);
        Assert.Contains("description Mine → (none)", result.Host, StringComparison.Ordinal);
        Assert.NotEmpty(Run("Restore-SigmaDataModelSpec $id -DocumentVersion 2 -Confirm").Errors);
        Assert.Equal(0, Requests.Count("PUT"));
    }

    [Fact]
    public void Missing_arguments_are_named() => Assert.Equal("SigmaInvalidArgument", Run("Restore-SigmaDataModelSpec $id").ErrorId);

    private string Pages(int version) =>
        JsonNode.Parse(Organization.GetModel(PlugsOrders).SpecOf(version))!["pages"]!.ToJsonString();
}
