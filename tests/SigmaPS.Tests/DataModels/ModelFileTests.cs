using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Remove-, Restore- and Set-SigmaDataModel: a model as a whole.</summary>
public sealed class ModelFileTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("model", PlugsOrders);
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    [CoversParameter("Remove-SigmaDataModel", "DataModelId", "PassThru")]
    [CoversParameter("Restore-SigmaDataModel", "DataModelId", "PassThru")]
    public void A_model_goes_to_the_trash_and_comes_back_whole()
    {
        string spec = Live.SpecJson;
        ShellResult removed = _shell.Run("$model | Remove-SigmaDataModel -PassThru -Confirm:$false").MustSucceed();
        Assert.Equal(
            ("Plugs Orders", "Removed", PlugsOrders, _server.Organization.Id),
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
            _shell.Run("Remove-SigmaDataModel $model -PassThru -Confirm:$false").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, _server.Requests.Count("DELETE"));

        Assert.Equal(
            "Restored",
            _shell
                .Run("Get-SigmaDataModel -IncludeArchived | Where-Object DataModelId -eq $model | Restore-SigmaDataModel -PassThru")
                .MustSucceed()
                .Property("Status")!
                .ToString());
        Assert.False(Live.IsArchived);
        Assert.Equal(Pages(spec), Pages(Live.SpecJson));
        Assert.Equal("Unchanged", _shell.Run("Restore-SigmaDataModel $model -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, _server.Requests.Count("PATCH"));
        Assert.Empty(_shell.Run("Remove-SigmaDataModel $model -Confirm:$false; Restore-SigmaDataModel $model").MustSucceed().Output);
    }

    [Fact]
    public void A_model_that_the_service_shows_in_the_trash_as_a_file_only_comes_back_too()
    {
        _server.Organization.Archive(PlugsOrders);
        _server.Faults.Arm(KnownFaults.Status(404, "not_found", "Data model not found") with { PathContains = "/v2/dataModels/" });
        ShellResult restored = _shell.Run("Restore-SigmaDataModel $model -PassThru").MustSucceed();
        Assert.Equal(
            ("Restored", "Plugs Orders", null, false),
            (restored.Property("Status")!.ToString(), restored.Property("Name"), restored.Property("VersionBefore"), Live.IsArchived));
    }

    [Theory]
    [InlineData("Remove-SigmaDataModel -Confirm:$false")]
    [InlineData("Restore-SigmaDataModel")]
    [InlineData("Set-SigmaDataModel -Name 'Mine'")]
    public void An_id_that_is_no_model_s_is_refused_and_the_next_one_still_goes(string command)
    {
        string folder = _server.Organization.AddFolder("Retail/Models");
        _shell.Set("folder", folder);
        ShellResult result = _shell.Run($"$folder, $model | {command} -PassThru");
        Assert.Equal("SigmaNotADataModel", result.ErrorId);
        Assert.Contains("the folder \"Models\"", result.ErrorText);
        Assert.Single(result.Output);
        Assert.False(_server.Organization.Folders.Single(f => f.Id == folder).IsArchived);
        Assert.DoesNotContain(_server.Requests.All, r => r.Method is "DELETE" or "PATCH" && r.Path.Contains(folder));
        Assert.Equal("SigmaModelNotFound", _shell.Run($"'467bc369-5db7-4963-8172-000000000000' | {command}").ErrorId);
        Assert.Equal("SigmaInvalidId", _shell.Run($"'Plugs Orders' | {command}").ErrorId);
        Assert.Equal("SigmaInvalidArgument", _shell.Run(command).ErrorId);
    }

    [Fact]
    [CoversParameter("Remove-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    [CoversParameter("Restore-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    [CoversParameter("Set-SigmaDataModel", "WhatIf", "Confirm", "Session")]
    public void WhatIf_names_model_organisation_and_host_and_a_question_that_nobody_answers_changes_nothing()
    {
        string where = _server.BaseUrl.Authority;
        Assert.All(["\"Plugs Orders\"", PlugsOrders, _server.Organization.Id, where, "trash"], word =>
            Assert.Contains(word, _shell.Run("Remove-SigmaDataModel $model -WhatIf").MustSucceed().Host));
        Assert.NotEmpty(_shell.Run("Remove-SigmaDataModel $model").Errors);
        Assert.Contains(
            "name Plugs Orders → Mine; description (none) → All of them",
            _shell.Run("Set-SigmaDataModel $model -Name Mine -Description 'All of them' -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(_shell.Run("Set-SigmaDataModel $model -Name Mine -Confirm").Errors);
        _server.Organization.Archive(PlugsOrders);
        Assert.Contains("from the trash on", _shell.Run("Restore-SigmaDataModel $model -WhatIf").MustSucceed().Host);
        Assert.NotEmpty(_shell.Run("Restore-SigmaDataModel $model -Confirm").Errors);
        Assert.DoesNotContain(_server.Requests.All, r => r.Method is "DELETE" or "PATCH");
        _shell.Run("$session = Get-SigmaSession; Disconnect-Sigma").MustSucceed();
        foreach (
            string command in new[]
            {
                "Remove-SigmaDataModel $model -Confirm:$false",
                "Restore-SigmaDataModel $model",
                "Set-SigmaDataModel $model -Name Mine",
            })
        {
            Assert.Equal("SigmaSessionNotLive", _shell.Run(command + " -Session $session").ErrorId);
        }
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModel", "DataModelId", "Name", "Description", "FolderId", "Owner", "PassThru")]
    public void Name_description_folder_and_owner_are_changed_and_the_content_is_not()
    {
        string folder = _server.Organization.AddFolder("Finance/Models");
        _shell.Set("folder", folder);
        _shell.Set("owner", _server.Organization.Colleague.Email);
        ShellResult result = _shell
            .Run("$model | Set-SigmaDataModel -Name 'Plugs' -Description 'All of them' -FolderId $folder -Owner $owner -PassThru")
            .MustSucceed();
        Assert.Equal(
            ("Plugs", "All of them", folder, _server.Organization.Colleague.Id, 2),
            (Live.Name, Live.Description, Live.FolderId, Live.OwnerId, Live.LatestVersion));
        Assert.Equal(("Plugs", "Updated"), (result.Property("Name"), result.Property("Status")!.ToString()));
        Assert.Contains(
            "changed data model \"Plugs Orders\": folder My Documents/Examples → Finance/Models",
            ((IEnumerable<object>)result.Property("Changes")!).Select(change => change.ToString()));
        Assert.Equal(
            "Unchanged",
            _shell
                .Run("$model | Set-SigmaDataModel -Name 'Plugs' -FolderId $folder -Owner $owner -PassThru")
                .MustSucceed()
                .Property("Status")!
                .ToString());
        Assert.Equal(1, _server.Requests.Count("PATCH"));
        _shell.Run("Set-SigmaDataModel $model -Description ''").MustSucceed();
        Assert.Equal("{\"description\":\"\"}", _server.Requests.Last("PATCH")!.Body);
    }

    [Fact]
    public void What_cannot_be_is_named_and_nothing_is_sent()
    {
        Assert.Equal("SigmaInvalidArgument", _shell.Run("Set-SigmaDataModel $model").ErrorId);
        Assert.Equal("SigmaInvalidArgument", _shell.Run("Set-SigmaDataModel $model -Name ' '").ErrorId);
        Assert.Contains("is the data-model \"Plugs Orders\"", _shell.Run("Set-SigmaDataModel $model -FolderId $model").ErrorText);
        Assert.Equal("SigmaItemNotFound", _shell.Run("Set-SigmaDataModel $model -FolderId nope").ErrorId);
        Assert.Equal("SigmaInvalidArgument", _shell.Run("Set-SigmaDataModel $model -Owner nobody@example.com").ErrorId);
        Assert.Equal(0, _server.Requests.Count("PATCH"));
    }

    [Fact]
    public void A_model_in_the_trash_is_not_written_to()
    {
        _shell.Run("$s = Get-SigmaDataModelSpec $model; $s.pages[0].elements[0].columns[0].description = 'x'").MustSucceed();
        _server.Organization.Archive(PlugsOrders);
        Assert.Equal("SigmaModelArchived", _shell.Run("Set-SigmaDataModel $model -Name Mine").ErrorId);
        ShellResult written = _shell.Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaModelArchived", written.ErrorId);
        Assert.Contains("Restore-SigmaDataModel", written.ErrorText);
    }

    [Theory]
    [InlineData("Set-SigmaDataModel $model -Name Mine")]
    [InlineData("$s | Set-SigmaDataModelSpec")]
    [InlineData("Restore-SigmaDataModelSpec $model -DocumentVersion 1")]
    public void Where_Sigma_refuses_to_change_a_deployed_model_the_error_says_so(string command)
    {
        _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        _shell.Run("$s = Get-SigmaDataModelSpec $model; $s.pages[0].elements[0].columns[0].description = 'x'").MustSucceed();
        _server.Organization.GetModel(PlugsOrders).ParentSourceUrlId = "2901pYHmWLoCy81SHAH0o9";
        ShellResult refused = _shell.Run(command);
        Assert.Equal("SigmaModelReadOnly", refused.ErrorId);
        Assert.Contains("deployed from another organization, where its source is 2901pYHmWLoCy81SHAH0o9", refused.ErrorText);
        _server.Organization.GetModel(PlugsOrders).ParentSourceUrlId = null;
        _server.Faults.Arm(
            KnownFaults.Forbidden() with
            {
                Method = command.StartsWith("Set-SigmaDataModel ", System.StringComparison.Ordinal) ? "PATCH" : "PUT",
            });
        Assert.Equal("SigmaPermissionDenied", _shell.Run(command).ErrorId);
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -DataModelId $folder -IgnoreConflict")]
    [InlineData("Restore-SigmaDataModelSpec $folder -DocumentVersion 1")]
    public void A_spec_is_not_written_to_what_is_no_model(string command)
    {
        _shell.Set("folder", _server.Organization.AddFolder("Retail/Models"));
        _shell.Run("$s = Get-SigmaDataModelSpec $model").MustSucceed();
        Assert.Equal("SigmaNotADataModel", _shell.Run(command).ErrorId);
    }

    [Theory]
    [InlineData("Remove-SigmaDataModel $model -Confirm:$false", "DELETE")]
    [InlineData("Set-SigmaDataModel $model -Name Mine", "PATCH")]
    public void A_lost_answer_is_settled_by_looking(string command, string method)
    {
        _server.Faults.Arm(KnownFaults.AppliedThenDropped(method));
        _shell.Run(command).MustSucceed();
        Assert.Equal(1, _server.Requests.Count(method));
    }

    private SandboxModel Live => _server.Organization.GetModel(PlugsOrders);

    private string[] Sent => [.. _server.Requests.All.Select(r => r.Method + " " + r.Path.Split('?')[0])];

    private static string Pages(string spec) => System.Text.Json.Nodes.JsonNode.Parse(spec)!["pages"]!.ToJsonString();
}
