using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Sandbox;

/// <summary>The serve command: runs the sandbox until Ctrl-C and says how to connect from any PowerShell.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        if (!TryReadPort(args, out int port))
        {
            await output.WriteLineAsync("Usage: serve [--port <0-65535>]");
            return 2;
        }

        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Port = port });
        await output.WriteLineAsync($"""
            A Sigma organisation listens at {server.BaseUrl}
            Client id      {server.Organization.ClientId}
            Client secret  {server.Organization.ClientSecret}

            Connect from any PowerShell:

              $env:SIGMA_BASE_URL = '{server.BaseUrl}'
              $env:SIGMA_CLIENT_ID = '{server.Organization.ClientId}'
              $env:SIGMA_CLIENT_SECRET = '{server.Organization.ClientSecret}'
              Connect-Sigma

            Ctrl-C stops it.
            """);
        await output.FlushAsync(stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static bool TryReadPort(string[] args, out int port)
    {
        port = 0;
        return args.Length == 0
            || (args.Length == 2 && args[0] == "--port" && int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535);
    }
}
