using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test with an organization of its own.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private protected SandboxServer Server { get; private set; } = null!;

    private protected SandboxOrganization Organization => Server.Organization;

    private protected RequestLog Requests => Server.Requests;

    /// <summary>How the organization behaves.</summary>
    private protected virtual SandboxOptions Options => new();

    public Task InitializeAsync() => StartAsync(Options);

    public virtual Task DisposeAsync() => StopAsync();

    /// <summary>Begins again, with another organization.</summary>
    private protected async Task RestartAsync(SandboxOptions options)
    {
        await StopAsync();
        await StartAsync(options);
    }

    private protected virtual async Task StartAsync(SandboxOptions options) => Server = await SandboxServer.StartAsync(options);

    private protected virtual async Task StopAsync() => await Server.DisposeAsync();
}
