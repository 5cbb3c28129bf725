using System.Collections.Concurrent;
using System.IO;
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
    private static readonly ConcurrentBag<LentRunspace> Free = [];
    private readonly string _content;

    private LentRunspace()
    {
        Runspace = RunspaceFactory.CreateRunspace(new TextHost(Host), InitialSessionState.CreateDefault2());
        Runspace.Open();
        Run($"Import-Module '{Repository.Manifest}' -ErrorAction Stop");
        _content = Content();
    }

    public Runspace Runspace { get; }

    /// <summary>What the host has written.</summary>
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

        Run("Disconnect-Sigma");
        Runspace.ResetRunspaceState();
        return Content() == _content;
    }

    // What a reset leaves: functions, aliases, drives and modules. The engine lists them; its drives for them may not be mounted.
    private string Content() => string.Join(
        '\n',
        Run("$ExecutionContext.InvokeCommand.GetCommands('*', 'Function, Alias', $true) | ForEach-Object Name; "
            + "$ExecutionContext.SessionState.Drive.GetAll() | ForEach-Object Name; Get-Module | ForEach-Object Path"));

    private string[] Run(string script)
    {
        using PowerShell shell = PowerShell.Create(Runspace);
        return [.. shell.AddScript(script).Invoke<string>()];
    }
}
