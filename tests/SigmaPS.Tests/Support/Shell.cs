using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>
/// A runspace of a real PowerShell engine with the staged module imported, in strict mode, without a person at a prompt.
/// </summary>
internal sealed class Shell : IDisposable
{
    private readonly StringWriter _host = new();
    private readonly LentRunspace? _lent;

    /// <summary>Opens a runspace.</summary>
    /// <param name="import">Whether it imports the module.</param>
    /// <param name="answer">Responds to the prompts.</param>
    /// <param name="host">The host; null for one that writes plain text.</param>
    /// <param name="sharesSessions">Whether it may use the session of another runspace, as a user's runspace may. Only for classes of
    /// <see cref="ProcessWide"/>: beside other tests, that session would be theirs.</param>
    public Shell(bool import = true, Func<string, int>? answer = null, PSHost? host = null, bool sharesSessions = false)
    {
        Runspace = RunspaceFactory.CreateRunspace(host ?? new TextHost(_host, answer), InitialSessionState.CreateDefault2());

        // As in pwsh itself. A new thread for each script, the engine's default, costs more processor time than most scripts.
        Runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        Runspace.Open();
        Run("Set-StrictMode -Version Latest").MustSucceed();
        if (import)
        {
            Run($"Import-Module '{Repository.Manifest}'").MustSucceed();
            if (!sharesSessions)
            {
                SessionIsolation.Isolate(Runspace);
            }
        }
    }

    /// <summary>A shell like a new one, whose runspace goes to another test afterwards.</summary>
    public Shell(LentRunspace lent)
    {
        _lent = lent;
        _host = lent.Host;
        Runspace = lent.Runspace;
        Run("Set-StrictMode -Version Latest").MustSucceed();
        SessionIsolation.Isolate(Runspace);
    }

    public Runspace Runspace { get; }

    /// <summary>Whether another test uses the runspace afterwards. If so, its session ends with the shell.</summary>
    public bool IsLent => _lent is not null;

    public static Shell Borrow() => new(LentRunspace.Take());

    /// <summary>A shell that is connected to an organization, with variables taken from nowhere else.</summary>
    public static Shell ConnectedTo(SandboxServer server, int retryTimeoutSec = 0)
    {
        Shell shell = Borrow();
        shell.Connect(server, "", retryTimeoutSec).MustSucceed();
        return shell;
    }

    public void Set(string name, object? value) => Runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Connects; unless a test is about retries, an error is reported at once.</summary>
    public ShellResult Connect(SandboxServer server, string extra = "", int retryTimeoutSec = 0)
    {
        Set("address", server.BaseUrl.ToString());
        Set("id", server.Organization.ClientId);
        Set("secret", Secure(server.Organization.ClientSecret));
        using SessionClocks? clock = SessionClocks.Use(server);
        return Run($"Connect-Sigma -BaseUrl $address -ClientId $id -ClientSecret $secret -RetryTimeoutSec {retryTimeoutSec} {extra}");
    }

    /// <summary>Runs a script and keeps everything it gave, on every stream.</summary>
    /// <param name="script">The script.</param>
    /// <param name="onBegin">Gets the running shell, to watch its streams or to stop it.</param>
    public ShellResult Run(string script, Action<PowerShell>? onBegin = null)
    {
        _host.GetStringBuilder().Clear();
        using PowerShell shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        onBegin?.Invoke(shell);
        List<object?> output = [];
        Exception? thrown = null;
        PSDataCollection<PSObject> results = new();
        try
        {
            shell.Invoke(null, results);
        }
        catch (RuntimeException e)
        {
            thrown = e;
        }

        output.AddRange(results);
        return new ShellResult(
            output,
            [.. shell.Streams.Error, .. thrown is IContainsErrorRecord { ErrorRecord: { } record } ? new[] { record } : []],
            [.. shell.Streams.Warning.Select(w => w.Message)],
            [.. shell.Streams.Verbose.Select(v => v.Message)],
            [.. shell.Streams.Information],
            _host.ToString(),
            thrown,
            [.. shell.Streams.Progress.Select(p => p.ToString())]);
    }

    public void Dispose()
    {
        if (_lent is null)
        {
            Runspace.Dispose();
        }
        else
        {
            _lent.GiveBack();
        }
    }

    public static System.Security.SecureString Secure(string text)
    {
        System.Security.SecureString secure = new();
        foreach (char c in text)
        {
            secure.AppendChar(c);
        }

        return secure;
    }
}
