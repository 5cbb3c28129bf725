using System;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>A test with an organization of its own, and a shell that is connected to it.</summary>
public abstract class SandboxTest : ServerTest
{
    private protected const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";

    private DirectoryInfo? _folder;

    /// <summary>The model Plugs Orders, as the organization has it now.</summary>
    private protected SandboxModel Live => Organization.GetModel(PlugsOrders);

    private protected Shell Shell { get; private set; } = null!;

    /// <summary>An empty folder that goes away with the test.</summary>
    private protected DirectoryInfo Folder => _folder ??= Directory.CreateTempSubdirectory("sigmaps-");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    /// <summary>Opens the shell, once the organization is there.</summary>
    private protected virtual Shell Open() => Shell.ConnectedTo(Server);

    /// <summary>Prepares what each test of the class starts from. The requests of this step do not count.</summary>
    private protected virtual void Arrange()
    {
    }

    private protected ShellResult Run(string script, Action<PowerShell>? onBegin = null) => Shell.Run(script, onBegin);

    /// <summary>Reads a model: $s is its spec and $el its first element.</summary>
    private protected void ReadSpec(string id = PlugsOrders) =>
        Run($"$s = Get-SigmaDataModelSpec {id}; $el = $s.pages[0].elements[0]").MustSucceed();

    /// <summary>Reads the model Plugs Orders as <see cref="ReadSpec"/> does, and changes one description in $s.</summary>
    private protected void ReadChangedSpec()
    {
        ReadSpec();
        Run("$el.columns[0].description = 'mine'").MustSucceed();
    }

    private protected override async Task StartAsync(SandboxOptions options)
    {
        await base.StartAsync(options);
        Shell = Open();
        Arrange();
        Requests.Clear();
    }

    // The shell ends first, so that no session is left without its server.
    private protected override async Task StopAsync()
    {
        Server.Faults.Disarm();
        if (!Shell.IsLent)
        {
            Run("Disconnect-Sigma");
        }

        Shell.Dispose();
        await base.StopAsync();
    }
}
