using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The protections of a publish against half a release, and the files on disk before it writes.</summary>
public sealed class SafeguardTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Server.Options.NewFileDelay = TimeSpan.Zero;
        _shop.Write(1);
        _shop.Write(2, 1);
        _shop.Write(3);
        _shop.Publish().MustSucceed();
        _shop.Server.Requests.Clear();
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task New_name_alone_sends_no_content_that_the_service_has_put_in_its_own_words()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        JsonObject model = shop.Write(1);
        model["pages"]![0]!["elements"]![0]!["columns"]![0]!["formula"] = "[ORDERS/ORDER_ID]";
        shop.Save(1, model);
        shop.Publish().MustSucceed();
        Assert.Equal(["Unchanged Model 01"], ReleaseTestBed.Actions(shop.Plan().MustSucceed()));
        model["description"] = "Said anew";
        shop.Save(1, model);
        shop.Server.Requests.Clear();
        shop.Publish().MustSucceed();
        Assert.Equal(0, shop.Server.Requests.Count("PUT"));
        Assert.Equal("Said anew", shop.LiveModel(1).Description);
    }

    [Fact]
    public void One_refused_model_keeps_the_others_from_being_written_unless_publishing_is_to_go_on()
    {
        Change(1);
        Change(3);
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(3).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![2]!["description"] = "By hand");
        ShellResult refused = _shop.Publish();
        Assert.Contains("othing was written", refused.ErrorText);
        Assert.Equal(["Model 03 Refused"], Told(refused));
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
        Assert.Equal(["Model 01 Updated", "Model 02 Unchanged", "Model 03 Refused"], Told(_shop.Publish("-OnError Continue")));
    }

    [Fact]
    public void Consumers_of_a_failed_model_are_not_sent_and_orphans_stay()
    {
        _shop.Write(4);
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(4));
        Change(1);
        Change(2);
        Change(3);
        _shop.Server.Requests.Clear();
        _shop.Server.Faults.Arm(new Fault { Status = 400, Method = "PUT", PathContains = _shop.LiveModel(1).Id });
        ShellResult result = _shop.Publish("-OnError Continue -Prune");
        Assert.Equal(["Model 01 Failed", "Model 02 Refused", "Model 03 Updated", "Model 04 Refused"], Told(result));
        Assert.Contains("because \"Model 01\", which it depends on, was not", result.ErrorText);
        Assert.Contains("\"Model 04\" was not archived, because not all models were published", result.ErrorText);
        Assert.Equal(2, _shop.Server.Requests.Count("PUT"));
        Assert.Equal(0, _shop.Server.Requests.Count("DELETE"));
    }

    [Fact]
    public void Orphan_is_archived_after_the_models_that_read_it_are_changed()
    {
        File.Delete(_shop.FileOf(1));
        _shop.Write(2);
        _shop.Publish("-Prune -AllowRemoval").MustSucceed();
        Assert.Equal(
            ["PUT", "DELETE"],
            _shop.Server.Requests.All.Select(request => request.Method).Where(method => method is "PUT" or "DELETE"));
    }

    [Fact]
    public void Version_published_between_the_last_read_and_the_write_is_a_conflict_too()
    {
        Change(1);
        _shop.Plan().MustSucceed();
        string live = _shop.LiveModel(1).Id;
        _shop.Server.Faults.Arm(new Fault
        {
            Method = "GET",
            PathContains = live + "/spec",
            Skip = 1,
            Meanwhile = () =>
            {
                _shop.Server.Organization.EditAsColleague(live, spec => spec["pages"]![0]!["name"] = "By hand");
                return Task.CompletedTask;
            },
        });
        ShellResult refused = _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false");
        Assert.Equal(["Model 01 Refused", "Model 02 Unchanged", "Model 03 Unchanged"], Told(refused));
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
        Assert.Equal("By hand", JsonNode.Parse(_shop.LiveModel(1).SpecJson)!["pages"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void Model_that_was_deployed_from_elsewhere_is_left_alone_and_two_of_a_name_are_distinguished_first()
    {
        Change(1);
        _shop.LiveModel(1).ParentSourceUrlId = "5Zl0rq2dNnhrCFcfSRyoyK";
        Assert.Equal(["Skipped Model 01", "Unchanged Model 03", "Unchanged Model 02"], ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
        _shop.Publish().MustSucceed();
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
        string twin = _shop.Server.Organization.AddModel(
            """{ "name": "Model 03", "schemaVersion": 1, "pages": [] }""",
            null,
            "Retail/Production");
        ShellResult refused = _shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains("several models with the same name", refused.ErrorText);
        Assert.Contains(twin, refused.ErrorText);
    }

    [Fact]
    public void WhatIf_and_Confirm_alone_keep_a_publish_from_writing()
    {
        Change(1);
        _shop.Shell.Run("New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -WhatIf").MustSucceed();
        Assert.NotEmpty(_shop.Shell.Run("New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm").Errors);
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    public void Run_file_and_backup_are_on_disk_before_the_write()
    {
        Change(1);
        string before = _shop.LiveModel(1).SpecJson;
        string[] seen = [];
        _shop.Server.Faults.Arm(new Fault
        {
            Method = "PUT",
            Meanwhile = () =>
            {
                seen = [.. Directory.GetFiles(Path.Combine(_shop.Root, "runs"), "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
                return Task.CompletedTask;
            },
        });
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        Assert.Equal(2, seen.Length);
        Assert.Contains(seen, text =>
            text.Contains("\"environment\": \"prod\"", StringComparison.Ordinal) && text.Contains("Model 01", StringComparison.Ordinal));
        Assert.Contains(seen, text => JsonNode.DeepEquals(JsonNode.Parse(text)!["pages"], JsonNode.Parse(before)!["pages"]));
    }

    [Fact]
    public void Run_of_another_organization_is_not_undone_and_created_models_are_named()
    {
        _shop.Write(4);
        Change(1);
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        string run = Directory.GetFiles(Path.Combine(_shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single();
        _shop.Shell.Set("run", run);
        Assert.Contains(
            $"Remove-SigmaDataModel {_shop.LiveModel(4).Id}",
            Assert.Single(_shop.Shell.Run("Undo-SigmaRelease -RunFile $run").MustSucceed().Warnings));
        File.WriteAllText(
            run,
            File.ReadAllText(run).Replace(_shop.Server.Organization.Id, "ffffffff-0000-4000-8000-000000000000", StringComparison.Ordinal));
        _shop.Server.Requests.Clear();
        Assert.Equal("SigmaWrongOrganization", _shop.Shell.Run("Undo-SigmaRelease -RunFile $run").ErrorId);
        Assert.Empty(_shop.Server.Requests.All);
    }

    [Fact]
    public void Memory_of_another_organization_and_of_another_file_finds_nothing()
    {
        string memory = Path.Combine(_shop.Models, ".sigma", "prod.json");
        Name(3, "Model 33");
        _shop.Write(4);
        Name(4, "Model 03");
        Assert.Contains("Create Model 33", ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
        File.Delete(_shop.FileOf(4));
        Assert.Contains("Update Model 33", ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
        File.WriteAllText(
            memory,
            File.ReadAllText(memory).Replace(_shop.Server.Organization.Id, "ffffffff-0000-4000-8000-000000000000", StringComparison.Ordinal)
        );
        Assert.Contains("Create Model 33", ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
    }

    private void Change(int number)
    {
        JsonObject model = Read(number);
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        _shop.Save(number, model);
    }

    private void Name(int number, string name)
    {
        JsonObject model = Read(number);
        model["name"] = name;
        _shop.Save(number, model);
    }

    private JsonObject Read(int number) => JsonNode.Parse(File.ReadAllText(_shop.FileOf(number)))!.AsObject();

    private static string[] Told(ShellResult result) =>
        [
            .. result
                .Output.Select(item => PSObject.AsPSObject(item!).Properties)
                .Select(item => $"{item["Name"].Value} {item["Status"].Value}")
                .Order(),
        ];
}
