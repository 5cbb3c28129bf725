using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>
/// A runspace with the staged module that one test after the other uses, because to open one takes thirty times as long as to reset one.
/// It comes back without the variables, the place and the session of its test. If a test leaves more behind, its runspace is closed.
/// </summary>
internal sealed class LentRunspace
{
    private const string Modules = "Get-Module | ForEach-Object Path";
    private static readonly ConcurrentBag<LentRunspace> Free = [];
    private readonly string _content;

    private LentRunspace()
    {
        Runspace = RunspaceFactory.CreateRunspace(new TextHost(Host), InitialSessionState.CreateDefault2());

        // See Shell.
        Runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        Runspace.Open();
        _content = Content(Run($"Import-Module '{Repository.Manifest}' -ErrorAction Stop; {Modules}"));
    }

    public Runspace Runspace { get; }

    /// <summary>The output of the host.</summary>
    public StringWriter Host { get; } = new();

    public static LentRunspace Take() => Free.TryTake(out LentRunspace? free) ? free : new LentRunspace();

    public void GiveBack()
    {
        if (Reset())
        {
            Free.Add(this);
        }
        else
        {
            Runspace.Dispose();
        }
    }

    /// <returns>False if the runspace is not like a new one.</returns>
    public bool Reset()
    {
        if (Runspace.RunspaceAvailability != RunspaceAvailability.Available)
        {
            return false;
        }

        string[] modules = Run($"Disconnect-Sigma; {Modules}");
        Runspace.ResetRunspaceState();
        return Content(modules) == _content;
    }

    // The rest after a reset: functions, aliases, drives and modules. The engine lists them; its drives for them may not be mounted.
    // A pipeline for each of these lists would take most of the time of a reset.
    private string Content(string[] modules)
    {
        SessionStateProxy state = Runspace.SessionStateProxy;
        return string.Join(
            '\n',
            [
                .. state.InvokeCommand.GetCommands("*", CommandTypes.Function | CommandTypes.Alias, true).Select(command => command.Name),
                .. state.Drive.GetAll().Select(drive => drive.Name),
                .. modules,
            ]);
    }

    private string[] Run(string script)
    {
        using PowerShell shell = PowerShell.Create(Runspace);
        return [.. shell.AddScript(script).Invoke<string>()];
    }
}
