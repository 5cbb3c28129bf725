using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Remove-, Restore- and Set-SigmaDataModel: a model as a whole.</summary>
public sealed class ModelFileTests : SandboxTest
{
    private protected override void Arrange() => Shell.Set("model", PlugsOrders);

    [Fact]
    [CoversParameter("Remove-SigmaDataModel", "DataModelId", "PassThru")]
    [CoversParameter("Restore-SigmaDataModel", "DataModelId", "PassThru")]
    public void Model_goes_to_the_trash_and_comes_back_whole()
    {
        string spec = Live.SpecJson;
        ShellResult removed = Run("$model | Remove-SigmaDataModel -PassThru -Confirm:$false").MustSucceed();
        Assert.Equal(
            ("Plugs Orders", "Removed", PlugsOrders, Organization.Id),
            (
                removed.Property("Name"),
                removed.Property("Status")!.ToString(),
                removed.Property("DataModelId"),
                removed.Property("Organization")));
        Assert.True(Live.IsArchived);
        Assert.Equal(
            ["GET /v2/dataModels/" + PlugsOrders, "DELETE /v2/files/" + PlugsOrders],
            Sent.Where(sent => sent.EndsWith("/" + PlugsOrders, StringComparison.Ordinal)));
        Assert.Equal(
            "Unchanged",
            Run("Remove-SigmaDataModel $model -PassThru -Confirm:$false").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, Requests.Count("DELETE"));

        Assert.Equal(
            "Restored",
            Run("Get-SigmaDataModel -IncludeArchived | Where-Object DataModelId -eq $model | Restore-SigmaDataModel -PassThru")
                .MustSucceed()
                .Property("Status")!
                .ToString());
        Assert.False(Live.IsArchived);
        Assert.Equal(Pages(spec), Pages(Live.SpecJson));
        Assert.Equal("Unchanged", Run("Restore-SigmaDataModel $model -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, Requests.Count("PATCH"));
        Assert.Empty(Run("Remove-SigmaDataModel $model -Confirm:$false; Restore-SigmaDataModel $model").MustSucceed().Output);
    }

    [Fact]
    public void Model_that_the_service_shows_in_the_trash_as_a_file_only_comes_back_too()
    {
        Organization.Archive(PlugsOrders);
        Server.Faults.Arm(KnownFaults.Status(404, "not_found", "Data model not found") with { PathContains = "/v2/dataModels/" });
        ShellResult restored = Run("Restore-SigmaDataModel $model -PassThru").MustSucceed();
        Assert.Equal(
            ("Restored", "Plugs Orders", null, false),
            (restored.Property("Status")!.ToString(), restored.Property("Name"), restored.Property("VersionBefore"), Live.IsArchived));
    }

    [Theory]
    [InlineData("Remove-SigmaDataModel -Confirm:$false")]
    [InlineData("Restore-SigmaDataModel")]
    [InlineData("Set-SigmaDataModel -Name 'Mine'")]
    public void ID_of_another_item_is_refused_and_the_next_one_is_processed(string command)
    {
        string folder = Organization.AddFolder("Retail/Models");
        Shell.Set("folder", folder);
        ShellResult result = Run($"$folder, $model | {command} -PassThru");
        Assert.Equal("SigmaNotADataModel", result.ErrorId);
        Assert.Contains("the folder \"Models\"", result.ErrorText);
        Assert.Single(result.Output);
        Assert.False(Organization.Folders.Single(f => f.Id == folder).IsArchived);
        Assert.DoesNotContain(Requests.All, r => r.Method is "DELETE" or "PATCH" && r.Path.Contains(folder));
        Assert.Equal("SigmaModelNotFound", Run($"'467bc369-5db7-4963-8172-000000000000' | {command}").ErrorId);
        Assert.Equal("SigmaInvalidId", Run($"'Plugs Orders' | {command}").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run(command).ErrorId);
    }

    [Fact]
    [CoversParameter("Remove-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    [CoversParameter("Restore-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    [CoversParameter("Set-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    public void WhatIf_names_model_organization_and_host_and_a_prompt_without_a_reply_changes_nothing()
    {
        string where = Server.BaseUrl.Authority;
        Assert.All(["\"Plugs Orders\"", PlugsOrders, Organization.Id, where, "trash"], word =>
            Assert.Contains(word, Run("Remove-SigmaDataModel $model -WhatIf").MustSucceed().Host));
        Assert.NotEmpty(Run("Remove-SigmaDataModel $model").Errors);
        Assert.Contains(
            "name Plugs Orders → Mine; description (none) → All of them",
            Run("Set-SigmaDataModel $model -Name Mine -Description 'All of them' -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(Run("Set-SigmaDataModel $model -Name Mine -Confirm").Errors);
        Organization.Archive(PlugsOrders);
        Assert.Contains("from the trash on", Run("Restore-SigmaDataModel $model -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(Run("Restore-SigmaDataModel $model -Confirm").Errors);
        Assert.DoesNotContain(Requests.All, r => r.Method is "DELETE" or "PATCH");
        Run("$session = Get-SigmaSession; Disconnect-Sigma").MustSucceed();
        foreach (
            string command in new[]
            {
                "Remove-SigmaDataModel $model -Confirm:$false",
                "Restore-SigmaDataModel $model",
                "Set-SigmaDataModel $model -Name Mine",
            })
        {
            Assert.Equal("SigmaSessionNotLive", Run(command + " -Session $session").ErrorId);
        }
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModel", "DataModelId", "Name", "Description", "FolderId", "Owner", "PassThru")]
    public void Name_description_folder_and_owner_are_changed_and_the_content_is_not()
    {
        string folder = Organization.AddFolder("Finance/Models");
        Shell.Set("folder", folder);
        Shell.Set("owner", Organization.Colleague.Email);
        ShellResult result = Run(
            "$model | Set-SigmaDataModel -Name 'Plugs' -Description 'All of them' -FolderId $folder -Owner $owner -PassThru"
        ).MustSucceed();
        Assert.Equal(
            ("Plugs", "All of them", folder, Organization.Colleague.Id, 2),
            (Live.Name, Live.Description, Live.FolderId, Live.OwnerId, Live.LatestVersion));
        Assert.Equal(("Plugs", "Updated"), (result.Property("Name"), result.Property("Status")!.ToString()));
        Assert.Contains(
            "changed data model \"Plugs Orders\": folder My Documents/Examples → Finance/Models",
            ((IEnumerable<object>)result.Property("Changes")!).Select(change => change.ToString()));
        Assert.Equal(
            "Unchanged",
            Run("$model | Set-SigmaDataModel -Name 'Plugs' -FolderId $folder -Owner $owner -PassThru").MustSucceed().Property("Status")!
                .ToString());
        Assert.Equal(1, Requests.Count("PATCH"));
        Run("Set-SigmaDataModel $model -Description ''").MustSucceed();
        Assert.Equal("{\"description\":\"\"}", Requests.Last("PATCH")!.Body);
    }

    [Fact]
    public void Invalid_value_is_named_and_nothing_is_sent()
    {
        Assert.Equal("SigmaInvalidArgument", Run("Set-SigmaDataModel $model").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Set-SigmaDataModel $model -Name ' '").ErrorId);
        Assert.Contains("is the data-model \"Plugs Orders\"", Run("Set-SigmaDataModel $model -FolderId $model").ErrorText);
        Assert.Equal("SigmaItemNotFound", Run("Set-SigmaDataModel $model -FolderId nope").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Set-SigmaDataModel $model -Owner nobody@example.com").ErrorId);
        Assert.Equal(0, Requests.Count("PATCH"));
    }

    [Fact]
    public void Model_in_the_trash_is_not_written_to()
    {
        Run("$s = Get-SigmaDataModelSpec $model; $s.pages[0].elements[0].columns[0].description = 'x'").MustSucceed();
        Organization.Archive(PlugsOrders);
        Assert.Equal("SigmaModelArchived", Run("Set-SigmaDataModel $model -Name Mine").ErrorId);
        ShellResult written = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaModelArchived", written.ErrorId);
        Assert.Contains("Restore-SigmaDataModel", written.ErrorText);
    }

    [Theory]
    [InlineData("Set-SigmaDataModel $model -Name Mine")]
    [InlineData("$s | Set-SigmaDataModelSpec")]
    [InlineData("Restore-SigmaDataModelSpec $model -DocumentVersion 1")]
    public void Refused_change_of_a_deployed_model_is_named_in_the_error(string command)
    {
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        Run("$s = Get-SigmaDataModelSpec $model; $s.pages[0].elements[0].columns[0].description = 'x'").MustSucceed();
        Organization.GetModel(PlugsOrders).ParentSourceUrlId = "2901pYHmWLoCy81SHAH0o9";
        ShellResult refused = Run(command);
        Assert.Equal("SigmaModelReadOnly", refused.ErrorId);
        Assert.Contains("deployed from another organization, where its source is 2901pYHmWLoCy81SHAH0o9", refused.ErrorText);
        Organization.GetModel(PlugsOrders).ParentSourceUrlId = null;
        Server.Faults.Arm(
            KnownFaults.Forbidden() with
            {
                Method = command.StartsWith("Set-SigmaDataModel ", System.StringComparison.Ordinal) ? "PATCH" : "PUT",
            });
        Assert.Equal("SigmaPermissionDenied", Run(command).ErrorId);
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -DataModelId $folder -IgnoreConflict")]
    [InlineData("Restore-SigmaDataModelSpec $folder -DocumentVersion 1")]
    public void Spec_is_not_written_to_an_item_that_is_not_a_model(string command)
    {
        Shell.Set("folder", Organization.AddFolder("Retail/Models"));
        Run("$s = Get-SigmaDataModelSpec $model").MustSucceed();
        Assert.Equal("SigmaNotADataModel", Run(command).ErrorId);
    }

    [Theory]
    [InlineData("Remove-SigmaDataModel $model -Confirm:$false", "DELETE")]
    [InlineData("Set-SigmaDataModel $model -Name Mine", "PATCH")]
    public void Write_without_a_response_is_confirmed_by_reading(string command, string method)
    {
        Server.Faults.Arm(KnownFaults.AppliedThenDropped(method));
        Run(command).MustSucceed();
        Assert.Equal(1, Requests.Count(method));
    }

    private string[] Sent => [.. Requests.All.Select(r => r.Method + " " + r.Path.Split('?')[0])];

    private static string Pages(string spec) => System.Text.Json.Nodes.JsonNode.Parse(spec)!["pages"]!.ToJsonString();
}
