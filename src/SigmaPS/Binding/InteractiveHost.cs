using System;
using System.Linq;
using System.Management.Automation.Host;

namespace SigmaPS.Binding;

/// <summary>Whether a person can respond to a prompt of a host. If in doubt, false: a prompt must not block a run.</summary>
internal static class InteractiveHost
{
    private const string NonInteractiveSwitch = "-noninteractive";

    // Editors with a window or a console of their own.
    private static readonly string[] Editors = { "Windows PowerShell ISE Host", "Visual Studio Code Host" };

    // Build systems set these; some of them keep the standard input of a script open.
    private static readonly string[] BuildVariables = { "CI", "TF_BUILD", "GITHUB_ACTIONS" };

    /// <summary>Whether a person can respond to a prompt.</summary>
    /// <param name="host">The host of the command.</param>
    public static bool CanAnswer(PSHost host) =>
        Environment.UserInteractive
        && !BuildVariables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })
        && (Editors.Contains(host.Name) || (host.Name == "ConsoleHost" && !Console.IsInputRedirected && !IsSwitchedOff()));

    // PowerShell accepts every abbreviation from -noni on, with one dash, two or a slash.
    private static bool IsSwitchedOff() => Environment.GetCommandLineArgs().Skip(1)
        .Select(argument => argument.TrimStart('-', '/') is { Length: >= 4 } word && word.Length < argument.Length ? "-" + word : "")
        .Any(argument => argument.Length > 0 && NonInteractiveSwitch.StartsWith(argument, StringComparison.OrdinalIgnoreCase));
}
