using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Runs a rehearsal: find the folder and its leftovers, confirm, and clean up after a stop.</summary>
internal sealed class RehearsalWorkflow(PSCmdlet cmdlet, SigmaSession session)
{
    private const int MostNamed = 5;

    private readonly PSCmdlet _cmdlet = cmdlet;
    private readonly SigmaSession _session = session;
    private Core.Writing.Rehearsal? _first;
    private Core.Writing.Rehearsal? _running;

    /// <summary>Completes when the scratch models of the running rehearsal are removed.</summary>
    public Task CleanUp => _running?.Settled ?? Task.CompletedTask;

    /// <summary>Confirms, and removes the leftovers of earlier runs from the folder.</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="what">The source of the scratch models, for example: data model "Sales" with 2 pages and 5 elements.</param>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The rehearsal; null if the user declines.</returns>
    public async Task<Core.Writing.Rehearsal?> BeginAsync(
        string folderId,
        string what,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var rehearsal = _first?.Next(client)
            ?? await Core.Writing.Rehearsal.OpenAsync(client, folderId, _session.UserId, cancel).ConfigureAwait(false);
        _first ??= rehearsal;
        var text = SafeText.Line($"Create a scratch model from {what} in folder \"{rehearsal.Folder.FullPath}\" ({rehearsal.Folder.Id}) "
            + $"on {_session}, read its columns, and move it to the trash.{Leftovers(rehearsal)}");
        if (!await pipeline.InvokeAsync(() => _cmdlet.ShouldProcess(text, text + " Continue?", "Rehearse")).ConfigureAwait(false))
        {
            return null;
        }

        await rehearsal.RemoveLeftoversAsync(cancel).ConfigureAwait(false);
        _running = rehearsal;
        return rehearsal;
    }

    private static string Leftovers(Core.Writing.Rehearsal rehearsal)
    {
        var all = rehearsal.Leftovers;
        if (all.Count == 0)
        {
            return "";
        }

        var count = all.Count == 1 ? "1 scratch model" : $"{all.Count} scratch models";
        var named = string.Join(", ", all.Take(MostNamed).Select(model => $"\"{model.Name}\" ({model.DataModelId})"));
        var rest = all.Count > MostNamed ? ", …" : "";
        return $" Move {count} of earlier rehearsals to the trash too: {named}{rest}.";
    }
}
