using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Completion;

/// <summary>The models of a session for completion. They are read at most once per minute, with a short timeout.</summary>
internal static class ModelCompletionCache
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);
    private static readonly Dictionary<Guid, (DateTimeOffset At, Task<List<Core.Api.DataModelEntry>> Reading)> Known = new();

    /// <summary>The models of the session on the command line, else of the runspace's session; empty without a session or a response in
    /// time.</summary>
    public static IReadOnlyList<Core.Api.DataModelEntry> GetModels(IDictionary bound)
    {
        var session = bound["Session"] is PSObject or SigmaSession ? NodeValueConverter.Unwrap(bound["Session"]) as SigmaSession : SessionStore.Own(Runspace.DefaultRunspace);
        if (session is null)
        {
            return Array.Empty<Core.Api.DataModelEntry>();
        }

        var reading = Reading(session);

        // A completer must return at once, so this timeout ends the wait and not the work.
        ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(Longest);
        return reading.Status == TaskStatus.RanToCompletion ? reading.Result : (IReadOnlyList<Core.Api.DataModelEntry>)Array.Empty<Core.Api.DataModelEntry>();
    }

    private static Task<List<Core.Api.DataModelEntry>> Reading(SigmaSession session)
    {
        lock (Known)
        {
            var now = DateTimeOffset.UtcNow;
            foreach (var old in Known.Where(pair => now - pair.Value.At > Fresh || pair.Value.Reading.IsFaulted).Select(pair => pair.Key).ToList())
            {
                Known.Remove(old);
            }

            if (!Known.TryGetValue(session.SessionId, out var known))
            {
                var client = new Core.Api.SigmaClient(SessionStore.Transport(session), new Silence());
                known = (now, Task.Run(() => ReadAsync(client)));
                known.Reading.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                Known.Add(session.SessionId, known);
            }

            return known.Reading;
        }
    }

    private static async Task<List<Core.Api.DataModelEntry>> ReadAsync(Core.Api.SigmaClient client)
    {
        var models = new List<Core.Api.DataModelEntry>();
        await client.ListDataModelsAsync(false, page =>
        {
            models.AddRange(page.Where(model => !model.IsArchived));
            return Task.FromResult(true);
        }, CancellationToken.None).ConfigureAwait(false);
        return models;
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
