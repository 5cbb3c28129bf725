using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SigmaPS.Sandbox;

/// <summary>An embedded Sigma organization over real HTTP on loopback.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LateRequests _late;

    private SandboxServer(WebApplication app, SandboxOptions options)
    {
        _app = app;
        _late = new LateRequests(options);
        Options = options;
        Organization = new SandboxOrganization(options);
    }

    /// <summary>http://127.0.0.1:port/</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/");

    public SandboxOptions Options { get; }

    public SandboxOrganization Organization { get; }

    public RequestLog Requests { get; } = new();

    public FaultPlan Faults { get; } = new();

    /// <summary>Starts a new organization on a free port, or on the port of the options.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null)
    {
        options ??= new SandboxOptions();

        // Empty, so that no settings file, environment variable or console of the host changes the server.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        SandboxServer server = new(builder.Build(), options);
        server.Arrange();
        await server._app.StartAsync();
        server.BaseUrl = new Uri(
            server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return server;
    }

    /// <summary>Completes when every request that a fault delayed has been processed.</summary>
    public Task LateRequestsAsync() => _late.WhenDone();

    public async ValueTask DisposeAsync()
    {
        await _late.DisposeAsync();
        await _app.DisposeAsync();
    }

    private void Arrange()
    {
        RecordingStep recording = new(Requests, Options);
        FaultStep faults = new(Faults, Options, _late);
        FaultControl control = new(Faults);
        _app.Use(control.InvokeAsync);
        _app.Use(recording.InvokeAsync);
        _app.Use(new InFlightStep(Options).InvokeAsync);
        _app.Use(faults.InvokeAsync);
        _app.Run(http => Routes.InvokeAsync(http, Organization));
    }
}
