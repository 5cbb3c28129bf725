using System;
using System.Collections.Concurrent;

namespace SigmaPS.Workflows;

/// <summary>Finds the store of a session's usage index: a folder that the user specifies, the user's cache folder, or memory.</summary>
internal static class UsageStores
{
    private static readonly ConcurrentDictionary<Guid, Core.Usage.MemoryUsageStore> Memory = new();

    public static Core.Usage.IUsageStore Open(SigmaSession session, string? indexPath, Core.Diagnostics.ILog log)
    {
        if (indexPath is not null)
        {
            return Folder(session, indexPath);
        }

        if (Core.Usage.UsageCache.DefaultRoot() is { } root)
        {
            try
            {
                return Folder(session, root);
            }
            catch (Core.Diagnostics.SigmaEngineException e) when (e.Kind == Core.Diagnostics.ErrorCode.FileFailed)
            {
                log.Verbose($"The usage index is kept in memory for this session: {e.Message}");
            }
        }

        return Memory.GetOrAdd(session.SessionId, _ => new Core.Usage.MemoryUsageStore());
    }

    /// <summary>Removes the indexes of all sessions from memory.</summary>
    /// <returns>How many entries there were.</returns>
    public static int ClearMemory()
    {
        var count = 0;
        foreach (var store in Memory.Values)
        {
            count += store.Clear();
        }

        return count;
    }

    private static Core.Usage.UsageCache Folder(SigmaSession session, string root) =>
        Core.Usage.UsageCache.Open(root, session.BaseUrl.Authority, session.OrganizationId, session.UserId);
}
