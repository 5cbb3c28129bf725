using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

public sealed class TokenTests
{
    private const int Runspaces = 8;
    private const int GetsEach = 60;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task With_tokens_that_live_three_seconds_hundreds_of_requests_at_five_in_flight_all_arrive()
    {
        LeapingClock clock = new();
        await using SandboxServer server = await SandboxServer.StartAsync(
            new SandboxOptions { TokenLifetime = TimeSpan.FromSeconds(3), TimeProvider = clock });
        server.Faults.Gather("/v2/dataModels", 5, () => clock.Pass(Latency));
        using Shell owner = Shell.ConnectedTo(server);
        object session = owner.Run("Get-SigmaSession").Output[0]!;
        List<Shell> shells = [.. Enumerable.Range(0, Runspaces).Select(_ => new Shell())];
        try
        {
            Parallel.ForEach(shells, new ParallelOptions { MaxDegreeOfParallelism = Runspaces }, shell =>
            {
                shell.Set("session", session);
                ShellResult result = shell.Run(
                    $"foreach ($i in 1..{GetsEach}) {{ (Get-SigmaDataModelSpec 467bc369-5db7-4963-8172-b24a49dbc75b -Session "
                        + "$session).name }"
                );
                Assert.Equal(GetsEach, result.MustSucceed().Output.Count);
            });
        }
        finally
        {
            shells.ForEach(shell => shell.Dispose());
            owner.Run("Disconnect-Sigma");
        }

        Assert.Equal(5, server.Requests.MaxInFlight);
        Assert.Equal(1, server.Requests.MaxTokenInFlight);
        IReadOnlyList<DateTimeOffset> times = server.Requests.TokenTimes;
        Assert.True(times.Count >= 3, $"{times.Count} tokens were asked for");
        Assert.All(times.Zip(times.Skip(1)), pair =>
            Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"{pair.Second - pair.First}"));
    }
}
