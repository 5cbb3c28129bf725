using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Models exported from one organization and released to another one, whose service treats IDs in one of the known ways.</summary>
internal sealed class TwoOrganizationsTestBed : IAsyncDisposable
{
    /// <summary>Releases the files to the target.</summary>
    public const string ReleaseScript =
        "New-SigmaReleasePlan $models prod -IndexPath $index | Publish-SigmaReleasePlan -Confirm:$false -RunPath $runs -IndexPath $index";

    private const string Connection = "22222222-aaaa-4222-8222-222222222222";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sigmaps-");
    private readonly SandboxServer _source;
    private string[] _brokenBefore = [];

    private TwoOrganizationsTestBed(SandboxServer source, SandboxServer target)
    {
        _source = source;
        Target = target;
        Models = Path.Combine(_root.FullName, "models");
        Shell.Set("models", Models);
        Shell.Set("index", Path.Combine(_root.FullName, "index"));
        Shell.Set("runs", Path.Combine(_root.FullName, "runs"));
    }

    /// <summary>The organization that is released to.</summary>
    public SandboxServer Target { get; }

    public Shell Shell { get; } = Shell.Borrow();

    /// <summary>The folder of the exported files.</summary>
    public string Models { get; }

    /// <summary>The content of the target without IDs. No source and no column is lost that was there after the first release.</summary>
    public string State
    {
        get
        {
            string state = ModelPicture.Of(Target.Organization);
            Assert.DoesNotContain("LOST", state, StringComparison.Ordinal);
            Assert.Empty(AllBroken.Except(_brokenBefore));
            return state;
        }
    }

    /// <summary>The deaths of processes that write to the target.</summary>
    public Deaths Deaths => new(Target, _root.FullName, Shell, () => State);

    private IEnumerable<string> AllBroken => Target.Organization.Models.SelectMany(model =>
        Target.Organization.BrokenModelColumns(model.Id).Select(column => $"{model.Name}: {column.ColumnId}"));

    public static async Task<TwoOrganizationsTestBed> OpenAsync(IdMode ids)
    {
        SandboxServer source = await SandboxServer.StartAsync(new SandboxOptions { SeedModels = false });
        SandboxServer target = await SandboxServer.StartAsync(
            new SandboxOptions { OrganizationId = "99999999-0000-4000-8000-000000000000", SeedModels = false, IdMode = ids });
        Consumer.AddModels(source.Organization);
        target.Organization.AddFolder("Retail/Production");
        target.Organization.AddConnection(Connection, "Production Warehouse", "snowflake");
        TwoOrganizationsTestBed bed = new(source, target);
        await File.WriteAllTextAsync(
            Path.Combine(bed._root.FullName, "sigma.environments.json"),
            new JsonObject
            {
                ["environments"] = new JsonObject
                {
                    ["prod"] = new JsonObject
                    {
                        ["organization"] = target.Organization.Id,
                        ["folder"] = "Retail/Production",
                        ["connections"] = new JsonObject { [Sandbox.Specs.Warehouse] = "Production Warehouse" },
                    },
                },
            }.ToJsonString());
        bed.Shell.Connect(source).MustSucceed();
        bed.Shell.Run("Get-SigmaDataModel | Get-SigmaDataModelSpec | Export-SigmaDataModelSpec -DestinationPath $models; Disconnect-Sigma")
            .MustSucceed();
        bed.Shell.Connect(target).MustSucceed();
        bed.Release().MustSucceed();
        bed._brokenBefore = [.. bed.AllBroken];
        return bed;
    }

    /// <summary>Releases the files to the target.</summary>
    public ShellResult Release() => Shell.Run(ReleaseScript);

    /// <summary>Changes one text in the file of a model.</summary>
    public void Edit(string model, string old, string now)
    {
        string file = Directory.GetFiles(Models, model + "*.json").Single();
        string text = File.ReadAllText(file);
        File.WriteAllText(file, text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, now, StringComparison.Ordinal)
            : throw new InvalidOperationException($"'{old}' is not in {file}."));
    }

    public async ValueTask DisposeAsync()
    {
        Shell.Run("Disconnect-Sigma");
        Shell.Dispose();
        await _source.DisposeAsync();
        await Target.DisposeAsync();
        _root.Delete(recursive: true);
    }
}
