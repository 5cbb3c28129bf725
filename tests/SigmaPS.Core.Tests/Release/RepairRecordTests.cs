using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The entry in the run file of a model whose references follow reassigned IDs.</summary>
public sealed class RepairRecordTests : ReferenceRepairsTestBed
{
    [Theory]
    [InlineData(true, 403, RunStatus.Planned)]
    [InlineData(false, 403, RunStatus.Failed)]
    [InlineData(true, 400, RunStatus.Planned)]
    [InlineData(false, 400, RunStatus.Failed)]
    [InlineData(true, 200, RunStatus.Updated)]
    [InlineData(false, 200, RunStatus.Updated)]
    public async Task Run_file_reports_whether_a_model_of_the_plan_or_another_one_was_saved(bool isInPlan, int status, RunStatus recorded)
    {
        using var wire = Wire();
        Instead = request => status != 200 && request.Method == HttpMethod.Put ? FakeWire.Json("""{"message":"No"}""", status) : null;
        await RunAsync(wire, items: isInPlan ? [Item] : []);
        var entry = RunFile.Read(Directory.GetFiles(Folder, "run.json", SearchOption.AllDirectories).Single()).Entries.Single();
        Assert.Equal((Reader, recorded), (entry.DataModelId, entry.Status));
        Assert.Equal(recorded == RunStatus.Updated, entry.Backup is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Model_whose_backup_cannot_be_written_is_not_in_the_run_as_a_write(bool isInPlan)
    {
        using var wire = Wire();
        Instead = request =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/elements", StringComparison.Ordinal))
            {
                var folder = Directory.GetDirectories(Path.Combine(Folder, "runs")).Single();
                Directory.Move(folder, folder + "-moved");
                File.WriteAllText(folder, "");
            }

            return null;
        };
        var outcome = Assert.Single(await RunAsync(wire, items: isInPlan ? [Item] : []));
        Assert.Equal(ErrorCode.FileFailed, outcome.Fault!.Kind);
        Assert.Equal(1, Version);
        var entries = RunFile.Read(Directory.GetFiles(Folder, "run.json", SearchOption.AllDirectories).Single()).Entries;
        Assert.Equal(isInPlan ? [RunStatus.Planned] : [], entries.Select(entry => entry.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Error_of_a_refused_repair_is_kept_when_the_run_file_cannot_be_written(bool isInPlan)
    {
        using var wire = Wire();
        Instead = request =>
        {
            if (request.Method != HttpMethod.Put)
            {
                return null;
            }

            Directory.Move(Path.Combine(Folder, "runs"), Path.Combine(Folder, "moved"));
            File.WriteAllText(Path.Combine(Folder, "runs"), "");
            return FakeWire.Json("""{"message":"No"}""", 403);
        };
        var outcome = Assert.Single(await RunAsync(wire, items: isInPlan ? [Item] : []));
        Assert.Equal(ErrorCode.PermissionDenied, outcome.Fault!.Kind);
        Assert.Contains(wire.Said, line => line.Contains("run.json", StringComparison.Ordinal));
    }
}
