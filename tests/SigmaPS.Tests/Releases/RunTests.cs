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

/// <summary>
/// A publish that fails half-way: every write is recorded, and no undo overwrites unseen.
/// </summary>
public sealed class RunTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync(IdMode.RemapNew);
        _shop.Write(1);
        _shop.Write(2, 1);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void Write_of_unknown_outcome_is_restored_from_the_run_file_on_request()
    {
        _shop.Publish().MustSucceed();
        string before = Formula();
        Change(1);
        OnPut(new Fault { Method = "PUT", ApplyThenDrop = true }, new Fault { Method = "GET", PathContains = "/spec", Status = 500 });
        ShellResult lost = _shop.Publish("-RunPath \"$root/runs\"");
        Assert.Contains("Unknown Model 01", Statuses(lost));
        JsonNode entry = Run()["models"]!.AsArray().Single(model => model!["name"]!.GetValue<string>() == "Model 01")!;
        Assert.Equal("Unknown", entry["status"]!.GetValue<string>());
        Assert.NotNull(entry["backup"]);

        Assert.NotEqual(before, Formula());
        Assert.Equal("SigmaSpecConflict", _shop.Shell.Run("Undo-SigmaRelease -RunFile $run").ErrorId);
        _shop.Shell.Run("Undo-SigmaRelease -RunFile $run -IgnoreConflict").MustSucceed();
        Assert.Equal(before, Formula());
    }

    [Fact]
    public void Run_file_names_the_backup_before_the_content_is_sent()
    {
        _shop.Publish().MustSucceed();
        Change(1);
        JsonNode? entry = null;
        _shop.Server.Faults.Arm(new Fault
        {
            Method = "PUT",
            Meanwhile = () =>
            {
                entry = JsonNode.Parse(File.ReadAllText(RunPath()))!["models"]![0];
                return Task.CompletedTask;
            },
        });
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        Assert.Equal("Writing", entry!["status"]!.GetValue<string>());
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(RunPath())!, entry["backup"]!.GetValue<string>())));
    }

    [Fact]
    public void Run_that_was_not_read_back_is_not_restored_over_what_somebody_has_done_since()
    {
        _shop.Publish().MustSucceed();
        string before = Formula();
        Change(1);
        OnPut(new Fault { Method = "PUT" }, new Fault { Method = "GET", PathContains = "/spec", Status = 500 });
        _shop.Publish("-RunPath \"$root/runs\" -OnError Continue").MustSucceed();
        Assert.Null(Run()["models"]![0]!["versionAfter"]);
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(1).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![0]!["description"] = "By hand");
        Assert.Equal("SigmaSpecConflict", _shop.Shell.Run("Undo-SigmaRelease -RunFile $run").ErrorId);
        Assert.Contains("By hand", _shop.LiveModel(1).SpecJson);
        _shop.Shell.Run("Undo-SigmaRelease -RunFile $run -IgnoreConflict").MustSucceed();
        Assert.Equal(before, Formula());
    }

    [Fact]
    public void Version_saved_before_the_read_back_does_not_count_as_the_run_s_own()
    {
        _shop.Publish().MustSucceed();
        Change(1);
        string id = _shop.LiveModel(1).Id;
        OnPut(
            new Fault { Method = "PUT" },
            new Fault
            {
                Method = "GET",
                PathContains = "/spec",
                Meanwhile = () =>
                    Task.Run(() =>
                        _shop.Server.Organization.EditAsColleague(id, spec =>
                            spec["pages"]![0]!["elements"]![0]!["columns"]![0]!["description"] = "By hand")),
            });
        _shop.Publish("-RunPath \"$root/runs\" -OnError Continue").MustSucceed();
        Assert.Equal(2, Run()["models"]![0]!["versionAfter"]!.GetValue<int>());
        _shop.Shell.Run("Undo-SigmaRelease -RunFile $run").MustSucceed();
        Assert.Contains("By hand", _shop.LiveModel(1).SpecJson);
        Assert.Equal("[Net Revenue] * 2", Formula());
    }

    [Fact]
    public void Description_that_the_run_has_given_is_taken_away_again()
    {
        _shop.Publish().MustSucceed();
        JsonObject model = _shop.Write(1);
        model["description"] = "Given by the run";
        _shop.Save(1, model);
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        Assert.Equal("Given by the run", _shop.LiveModel(1).Description);
        Run();
        _shop.Shell.Run("Undo-SigmaRelease -RunFile $run").MustSucceed();
        Assert.True(string.IsNullOrEmpty(_shop.LiveModel(1).Description));
        _shop.Server.Requests.Clear();
        _shop.Shell.Run("Undo-SigmaRelease -RunFile $run").MustSucceed();
        Assert.Equal(0, _shop.Server.Requests.Count("PATCH"));
    }

    [Fact]
    public void Backups_are_not_written_where_they_would_be_taken_for_models()
    {
        Assert.Equal("SigmaInvalidArgument", _shop.Publish("-RunPath \"$models/runs\"").ErrorId);
        Assert.Empty(_shop.Live);
        _shop.Publish("-RunPath \"$models/.runs\"").MustSucceed();
        Assert.Equal(2, _shop.Live.Count);
    }

    [Fact]
    public void Created_model_is_reported_although_a_local_file_cannot_be_written()
    {
        Directory.CreateDirectory(Path.Combine(_shop.Models, ".sigma", "prod.json"));
        ShellResult result = _shop.Publish("-RunPath \"$root/runs\"");
        Assert.Equal("SigmaReleaseIncomplete", result.ErrorId);
        Assert.Contains("prod.json' cannot be written", result.ErrorText);
        Assert.Equal(["Failed Model 01", "Refused Model 02"], Statuses(result));
        Assert.Equal(_shop.LiveModel(1).Id, PSObject.AsPSObject(result.Output[0]!).Properties["DataModelId"].Value);
        Assert.Equal(_shop.LiveModel(1).Id, Run()["models"]![0]!["dataModelId"]!.GetValue<string>());
    }

    [Fact]
    public void Consumer_of_a_model_without_a_read_back_is_not_sent()
    {
        _shop.Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/spec", Status = 500 });
        ShellResult result = _shop.Publish();
        Assert.Equal(["Created Model 01", "Refused Model 02"], Statuses(result));
        Assert.Contains("could not be read back", result.ErrorText);
        _shop.Publish().MustSucceed();
        Assert.Equal(0, _shop.Plan().MustSucceed().Property("ExitCode"));
    }

    [Fact]
    public void Consumer_of_a_declined_new_model_is_not_published()
    {
        // 0 is Yes, 2 is No.
        using Shell shell = new(answer: question => question.Contains("\"Model 01\"", StringComparison.Ordinal) ? 2 : 0);
        shell.Connect(_shop.Server).MustSucceed();
        shell.Set("models", _shop.Models);
        ShellResult result = shell.Run("New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm");
        Assert.Equal("SigmaReleaseIncomplete", result.ErrorId);
        Assert.Contains("\"Model 01\", which it depends on, was declined", result.ErrorText);
        Assert.Equal(["Refused Model 02"], Statuses(result));
        Assert.Empty(_shop.Live);
    }

    [Fact]
    public void Tag_is_put_on_the_version_that_equals_the_folder_and_not_on_a_later_one()
    {
        _shop.Publish().MustSucceed();
        SandboxModel model = _shop.LiveModel(1);
        long version = model.LatestVersion;
        _shop.Server.Faults.Arm(new Fault
        {
            Method = "GET",
            PathContains = $"/v2/dataModels/{model.Id}",
            Skip = 2,
            Meanwhile = () =>
            {
                _shop.Server.Organization.EditAsColleague(model.Id, spec => spec["pages"]![0]!["name"] = "By hand");
                return Task.CompletedTask;
            },
        });
        _shop.Publish("-Tag Production").MustSucceed();
        Assert.Equal(version + 1, model.LatestVersion);
        Assert.Equal(version, Assert.Single(model.Tags).SourceVersion);
    }

    // The second error is armed when the PUT arrives, so that it meets only what comes behind it.
    private void OnPut(Fault put, Fault behind) => _shop.Server.Faults.Arm(put with
    {
        Meanwhile = () =>
        {
            _shop.Server.Faults.Arm(behind);
            return Task.CompletedTask;
        },
    });

    private void Change(int number)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(number)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        _shop.Save(number, model);
    }

    private string RunPath() => Directory.GetFiles(Path.Combine(_shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single();

    private JsonNode Run()
    {
        _shop.Shell.Set("run", RunPath());
        return JsonNode.Parse(File.ReadAllText(RunPath()))!;
    }

    private string Formula() =>
        JsonNode.Parse(_shop.LiveModel(1).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>();

    private static string[] Statuses(ShellResult result) =>
        [
            .. result
                .Output.Select(item => PSObject.AsPSObject(item!))
                .Select(item => $"{item.Properties["Status"].Value} {item.Properties["Name"].Value}"),
        ];
}
