using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Threading.Tasks;

namespace SigmaPS.Sandbox;

/// <summary>Runs the steps of the document with a new organization. It prints each command, its output, and whether the result is as
/// promised.</summary>
public static class WalkCommand
{
    /// <summary>Runs the walk.</summary>
    /// <param name="output">Receives the transcript.</param>
    /// <returns>0 if every step was as promised, else 1.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        await using SandboxServer server = await SandboxServer.StartAsync();
        Environment.SetEnvironmentVariable("SIGMA_BASE_URL", server.BaseUrl.ToString());
        Environment.SetEnvironmentVariable("SIGMA_CLIENT_ID", server.Organization.ClientId);
        Environment.SetEnvironmentVariable("SIGMA_CLIENT_SECRET", server.Organization.ClientSecret);
        using Runspace runspace = Open(output);
        int broken = 0;
        foreach (WalkStep step in WalkSteps.All)
        {
            await output.WriteLineAsync($"# {step.Title}");
            await output.WriteLineAsync(string.Join(Environment.NewLine, step.Command.Split('\n').Select(line => "PS> " + line)));
            bool failed = await InvokeAsync(runspace, step.Command, output);
            bool holds = failed == step.IsRefused && step.Holds(server);
            broken += holds ? 0 : 1;
            string verdict = holds ? "[as promised]" : "[NOT AS PROMISED]";
            await output.WriteLineAsync($"{verdict} {step.Promise}");
            await output.WriteLineAsync();
        }

        await output.WriteLineAsync(
            broken == 0
                ? $"All {WalkSteps.All.Count} steps were as promised."
                : $"{broken} of {WalkSteps.All.Count} steps were not as promised.");
        return broken == 0 ? 0 : 1;
    }

    private static Runspace Open(TextWriter output)
    {
        string module = typeof(WalkCommand)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "StagedModule")
            .Value!;
        InitialSessionState state = InitialSessionState.CreateDefault2();
        Runspace runspace = RunspaceFactory.CreateRunspace(new TextHost(output), state);
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        shell
            .AddCommand("Import-Module")
            .AddParameter("Name", Path.Combine(module, "SigmaPS.psd1"))
            .AddParameter("ErrorAction", "Stop")
            .Invoke();
        return runspace;
    }

    // Out-Default prints as a console does, errors included.
    private static async Task<bool> InvokeAsync(Runspace runspace, string command, TextWriter output)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript("$Error.Clear()\n" + command).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            await output.WriteLineAsync(e.ErrorRecord.ToString());
        }

        return runspace.SessionStateProxy.GetVariable("Error") is ICollection { Count: > 0 };
    }
}
