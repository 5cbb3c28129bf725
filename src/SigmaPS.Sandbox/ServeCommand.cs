using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Sandbox;

/// <summary>The serve command: runs the sandbox until Ctrl-C and shows how to connect from any PowerShell.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        if (!TryRead(args, out int port, out int models, out int latency, out int workbooks))
        {
            await output.WriteLineAsync("Usage: serve [--port <0-65535>] [--models <more models, for measurements>] [--workbooks "
                + "<invented workbooks, for measurements>] [--latency <milliseconds of each response>]");
            return 2;
        }

        await using SandboxServer server = await SandboxServer.StartAsync(
            new SandboxOptions { Port = port, Latency = TimeSpan.FromMilliseconds(latency) });
        AddModels(server.Organization, models);
        InventedOrganization.Fill(server.Organization, workbooks);
        await output.WriteLineAsync($"""
            A Sigma organization listens at {server.BaseUrl}
            Client id      {server.Organization.ClientId}
            Client secret  {server.Organization.ClientSecret}

            Connect from any PowerShell:

              $env:SIGMA_BASE_URL = '{server.BaseUrl}'
              $env:SIGMA_CLIENT_ID = '{server.Organization.ClientId}'
              $env:SIGMA_CLIENT_SECRET = '{server.Organization.ClientSecret}'
              Connect-Sigma

            Or sign in with a browser, without a secret:

              Connect-Sigma -Interactive -BaseUrl {server.BaseUrl}

            Ctrl-C stops it.
            """);
        await output.FlushAsync(stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    // Copies of the first seeded model, each with its own ID, in a separate folder.
    private static void AddModels(SandboxOrganization organization, int count)
    {
        JsonObject spec = JsonNode.Parse(organization.GetModelByName("Plugs Orders").SpecJson)!.AsObject();
        spec.Remove("dataModelId");
        for (int i = 1; i <= count; i++)
        {
            organization.AddModel(spec, string.Create(CultureInfo.InvariantCulture, $"Twin {i:00000}"), "Twins");
        }
    }

    private static bool TryRead(string[] args, out int port, out int models, out int latency, out int workbooks)
    {
        Dictionary<string, int> given = new() { ["--port"] = 0, ["--models"] = 0, ["--latency"] = 0, ["--workbooks"] = 0 };
        bool isRead = args.Length % 2 == 0;
        for (int i = 0; isRead && i < args.Length; i += 2)
        {
            isRead =
                given.ContainsKey(args[i])
                && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number <= (args[i] == "--port" ? 65535 : 100_000);
            given[args[i]] = isRead ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : 0;
        }

        (port, models, latency, workbooks) = (given["--port"], given["--models"], given["--latency"], given["--workbooks"]);
        return isRead;
    }
}
