using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>A sandbox, a shell that is connected to it, and an index folder that goes away with the test.</summary>
public abstract class UsageTestBed : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "usage-" + Guid.NewGuid().ToString("N"));

    private protected SandboxServer Server { get; private set; } = null!;

    private protected Shell Shell { get; private set; } = null!;

    private protected string IndexFolder => _folder;

    private protected virtual SandboxOptions Options => new();

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options);
        Shell = Shell.ConnectedTo(Server);
        Shell.Set("index", _folder);
        Arrange();
        Server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        Shell.Run("Disconnect-Sigma");
        Shell.Dispose();
        await Server.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }
    }

    private protected abstract void Arrange();

    /// <summary>The usages of a question, without errors.</summary>
    private protected IReadOnlyList<UsageRow> Find(string arguments) =>
        [.. Shell.Run($"Find-SigmaUsage {arguments} -IndexPath $index").MustSucceed().Output.Select(UsageRow.Of)];

    /// <summary>Requests since the last clearing, without those for tokens and members.</summary>
    private protected string[] Requested =>
        [
            .. Server
                .Requests.All.Where(r =>
                    !r.Path.Contains("/auth/", StringComparison.Ordinal) && !r.Path.Contains("/members", StringComparison.Ordinal))
                .Select(r => r.Path),
        ];
}
