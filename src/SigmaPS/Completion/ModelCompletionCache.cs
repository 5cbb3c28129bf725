using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Completion;

/// <summary>Lists of a session for completion: each is read at most once per minute, and a key press waits only a moment for it.</summary>
internal static class ModelCompletionCache
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);
    private static readonly Dictionary<(Guid Session, string List), (DateTimeOffset At, Task Reading)> Known = new();

    /// <summary>The models of the session on the command line, else of the runspace's session; empty without a session or a response in
    /// time.</summary>
    public static IReadOnlyList<Core.Api.DataModelEntry> GetModels(IDictionary bound) => Get(
        bound,
        "models",
        client => client.ListDataModelsAsync(false, CancellationToken.None)).Where(model => !model.IsArchived).ToList();

    /// <summary>The model that the line names by ID, address, name or object; null if it is not known.</summary>
    public static Core.Api.DataModelEntry? GetModel(IDictionary bound)
    {
        var given = NodeValueConverter.Unwrap(bound["DataModelId"] ?? bound["DataModel"] ?? bound["Id"]);
        var text = given is DataModel model ? model.DataModelId : given?.ToString() ?? "";
        var id = Core.Spec.DataModelId.TryParse(text, out var parsed) ? parsed : null;
        var found = text.Length == 0 ? new List<Core.Api.DataModelEntry>()
            : GetModels(bound)
                .Where(entry => entry.DataModelId == id || string.Equals(entry.Name, text, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The items of one of the session's lists.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="bound">The parameters that the line has already.</param>
    /// <param name="list">The name of the list, with the model that it belongs to.</param>
    /// <param name="read">Reads the list.</param>
    public static IReadOnlyList<T> Get<T>(
        IDictionary bound,
        string list,
        Func<Core.Api.SigmaClient, IAsyncEnumerable<T>> read)
    {
        var session = bound["Session"] is PSObject or SigmaSession
            ? NodeValueConverter.Unwrap(bound["Session"]) as SigmaSession
            : SessionStore.Own(Runspace.DefaultRunspace);
        if (session is null)
        {
            return Array.Empty<T>();
        }

        var reading = Reading(session, list, read);

        // A completer has to respond at once: this does not wait for the work, but only until it is too late for a response.
        ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(Longest);
        return reading.Status == TaskStatus.RanToCompletion ? reading.Result : (IReadOnlyList<T>)Array.Empty<T>();
    }

    /// <summary>The items of one of the session's lists as candidates, in the order of their text.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="bound">The parameters that the line has already.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="read">Reads the list.</param>
    /// <param name="candidate">The candidate of an item; null for an item that is not offered.</param>
    public static IEnumerable<Candidate> GetCandidates<T>(
        IDictionary bound,
        string list,
        Func<Core.Api.SigmaClient, IAsyncEnumerable<T>> read,
        Func<T, Candidate?> candidate) =>
        Get(bound, list, read).Select(candidate).OfType<Candidate>().OrderBy(found => found.Text, StringComparer.OrdinalIgnoreCase);

    private static Task<List<T>> Reading<T>(
        SigmaSession session,
        string list,
        Func<Core.Api.SigmaClient, IAsyncEnumerable<T>> read)
    {
        lock (Known)
        {
            var now = DateTimeOffset.UtcNow;
            foreach (
                var old in Known
                    .Where(pair => now - pair.Value.At > Fresh || pair.Value.Reading.IsFaulted)
                    .Select(pair => pair.Key)
                    .ToList())
            {
                Known.Remove(old);
            }

            if (!Known.TryGetValue((session.SessionId, list), out var known))
            {
                var client = new Core.Api.SigmaClient(SessionStore.Transport(session), new Silence());
                known = (now, Task.Run(() => read(client).ToListAsync(CancellationToken.None)));
                known.Reading.ContinueWith(
                    task => task.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default);
                Known.Add((session.SessionId, list), known);
            }

            return (Task<List<T>>)known.Reading;
        }
    }

    private sealed class Silence : Core.Diagnostics.ILog
    {
        public void Verbose(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
