using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that sends requests to Sigma, in the session of -Session or of the runspace.</summary>
public abstract class SigmaSessionCmdlet : SigmaCmdlet
{
    /// <summary>The session to use; the default is the one that Connect-Sigma opened in this runspace.</summary>
    [Parameter]
    public SigmaSession? Session { get; set; }

    /// <summary>The session in use.</summary>
    private protected SigmaSession Current { get; private set; } = null!;

    /// <summary>The models that this command finds by name.</summary>
    private protected ModelDirectory Models { get; } = new();

    private readonly FolderDirectory _folders = new();

    /// <inheritdoc/>
    private protected override void Begin()
    {
        var runspace = Runspace.DefaultRunspace;
        Run(null, () => Current = Session ?? SessionStore.Default(runspace));
        NoteUse(runspace, Current);
        ReportAbandonedWrites(Current);
    }

    /// <summary>Resolves a folder argument, an ID or a path, to the folder's ID; null for an absent argument.</summary>
    /// <param name="client">The service.</param>
    /// <param name="folder">The argument.</param>
    /// <param name="cancel">Ends any wait.</param>
    private protected async Task<string?> FolderIdAsync(Core.Api.SigmaClient client, string? folder, CancellationToken cancel) =>
        folder is null ? null : await _folders.ResolveAsync(client, folder, Current.UserId, cancel).ConfigureAwait(false);

    /// <summary>The session of a command that can also run without one; null if none is open.</summary>
    private protected SigmaSession? OpenSession => Session ?? SessionStore.OpenFor(Runspace.DefaultRunspace);

    /// <summary>Runs one item's work with a client for the session.</summary>
    /// <param name="target">The target of an error.</param>
    /// <param name="work">The work.</param>
    private protected void RunWithClient(object? target, Func<Core.Api.SigmaClient, IDispatcher, CancellationToken, Task> work) =>
        Run(target, (pipeline, cancel) =>
            work(new Core.Api.SigmaClient(SessionStore.Transport(Current), new CmdletLog(this, pipeline)), pipeline, cancel));
}
