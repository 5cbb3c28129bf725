using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Workflows;

/// <summary>Opens an address in the person's browser.</summary>
internal static class BrowserLauncher
{
    // A command that cannot open a browser ends at once; a browser may keep running.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(1.5);

    /// <summary>Opens the address.</summary>
    /// <param name="address">A web address.</param>
    /// <param name="cancel">Ends the wait for the command that opens the browser.</param>
    /// <returns>False if this machine cannot open a browser for the person.</returns>
    public static async Task<bool> OpenAsync(Uri address, CancellationToken cancel)
    {
        foreach (var command in Commands())
        {
            if (await StartAsync(command, address, cancel).ConfigureAwait(false))
            {
                return true;
            }
        }

        // Over SSH, the desktop of this machine is not the person's.
        return RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && !IsRemote && Open(address);
    }

    private static bool IsRemote => Has("SSH_CONNECTION");

    private static bool Has(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    private static bool Open(Uri address)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

#if NETFRAMEWORK
    // .NET Framework runs on Windows only.
    private static IEnumerable<string> Commands() => Array.Empty<string>();

    private static Task<bool> StartAsync(string command, Uri address, CancellationToken cancel) => Task.FromResult(false);
#else
    // BROWSER is a list of commands; %s in a command stands for the address. Editors set it to open the person's own browser.
    private static IEnumerable<string> Commands()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            yield break;
        }

        foreach (var command in (Environment.GetEnvironmentVariable("BROWSER") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return command;
        }

        if (RuntimeInformation.IsOSPlatform(OSPlatform.OSX) && !IsRemote)
        {
            yield return "open";
        }
        else if (Has("DISPLAY") || Has("WAYLAND_DISPLAY"))
        {
            yield return "xdg-open";
        }
    }

    // The shell reads the command of BROWSER, as other programs do. The address is an argument and is not part of the script.
    // A browser that this starts would end with the Ctrl+C of the terminal, so it ignores that signal.
    private static async Task<bool> StartAsync(string command, Uri address, CancellationToken cancel)
    {
        const string Argument = "\"$1\"";
        var script = command.Contains("%s", StringComparison.Ordinal) ? command.Replace("%s", Argument) : $"{command} {Argument}";
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var argument in new[] { "-c", "trap '' INT; exec </dev/null >/dev/null 2>&1; " + script, "sh", address.AbsoluteUri })
        {
            start.ArgumentList.Add(argument);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestStart);
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
#endif
}
