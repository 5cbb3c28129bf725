using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace SigmaPS.Tests.Writing;

/// <summary>
/// Two people read one version and both write, the second one at every place of the first one's write: with a service that minds
/// documentVersion and with one that does not.
/// </summary>
public sealed class TwoWritersTests(ITestOutputHelper log)
{
    // Before the first request of a write, before each of its five, or after it.
    private const int Places = 7;

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Service_that_checks_the_version_refuses_the_second_write(IdMode ids)
    {
        await using Table table = await Table.LayAsync(honours: true, ids);
        for (int place = 0; place < Places; place++)
        {
            Meeting met = table.Meet(place);
            Assert.True(met.First.Failed != met.Second.Failed, met.ToString());
            Assert.Equal("SigmaSpecConflict", (met.First.Failed ? met.First : met.Second).ErrorId);
            Assert.Equal(met.First.Failed ? "second" : "first", met.Live);
            Assert.Equal(3, met.Version);
        }
    }

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    public async Task Service_that_ignores_the_version_is_reported_with_the_overwriting_user(IdMode ids)
    {
        await using Table table = await Table.LayAsync(honours: false, ids);
        int lost = 0;
        for (int place = 0; place < Places; place++)
        {
            Meeting met = table.Meet(place);
            if (met.First.Failed || met.Second.Failed)
            {
                Assert.True(met.First.Failed != met.Second.Failed, met.ToString());
                Assert.Equal("SigmaSpecConflict", (met.First.Failed ? met.First : met.Second).ErrorId);
                Assert.Equal(met.First.Failed ? "second" : "first", met.Live);
                continue;
            }

            // Nobody was refused: the second came between the read and the write of the first. Only there, and the first one is reported.
            lost++;
            Assert.InRange(met.Place, 2, 3);
            Assert.Equal(("first", 4), (met.Live, met.Version));
            Assert.Contains("Another person published", met.First.Warning, StringComparison.Ordinal);
        }

        Assert.InRange(lost, 1, Places / 2);
        log.WriteLine(
            $"Without the service's help {lost} of {Places} interleavings fell into the window between the last read and the PUT; "
                + "each time the writer who overwrote was told."
        );
    }

    /// <summary>One organization, and two people at it.</summary>
    private sealed class Table(SandboxServer server, Shell first, Shell second) : IAsyncDisposable
    {
        public static async Task<Table> LayAsync(bool honours, IdMode ids)
        {
            SandboxServer server = await SandboxServer.StartAsync(
                new SandboxOptions
                {
                    HonoursDocumentVersion = honours,
                    SeedModels = false,
                    IdMode = ids,
                });
            return new Table(server, Shell.ConnectedTo(server), Shell.ConnectedTo(server));
        }

        public Meeting Meet(int place)
        {
            string id = server.Organization.AddModel(
                """{"schemaVersion":1,"pages":[{"id":"p","name":"start","elements":[]}]}""",
                "Met",
                null);
            server.Organization.EditAsColleague(id, spec => spec["pages"]![0]!["note"] = "x");
            Read(first, id, "first");
            Read(second, id, "second");
            Outcome other = place == 0 ? Write(second) : default;
            if (place is > 0 and < Places - 1)
            {
                server.Faults.Arm(
                    new Fault
                    {
                        PathContains = id,
                        Skip = place - 1,
                        Meanwhile = () => Task.Run(() => other = Write(second)),
                    });
            }

            Outcome one = Write(first);
            other = other.Ran ? other : Write(second);
            server.Faults.Disarm();
            SandboxModel live = server.Organization.GetModel(id);
            return new Meeting(
                place,
                one,
                other,
                JsonNode.Parse(live.SpecJson)!["pages"]![0]!["name"]!.GetValue<string>(),
                live.LatestVersion);
        }

        public async ValueTask DisposeAsync()
        {
            first.Dispose();
            second.Dispose();
            await server.DisposeAsync();
        }

        private static void Read(Shell shell, string id, string name)
        {
            shell.Set("model", id);
            shell.Run($"$s = Get-SigmaDataModelSpec $model; $s.pages[0].name = '{name}'").MustSucceed();
        }

        private static Outcome Write(Shell shell)
        {
            ShellResult result = shell.Run("$s | Set-SigmaDataModelSpec");
            return new Outcome(
                true,
                result.Errors.Count > 0,
                result.Errors.Count > 0 ? result.ErrorId : "",
                string.Join(" ", result.Warnings));
        }
    }

    private readonly record struct Outcome(bool Ran, bool Failed, string ErrorId, string Warning);

    private sealed record Meeting(int Place, Outcome First, Outcome Second, string Live, int Version);
}
