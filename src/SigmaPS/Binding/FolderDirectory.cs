using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Binding;

/// <summary>The folders that one command finds by path. It reads the list once, when the first path needs it.</summary>
internal sealed class FolderDirectory
{
    private readonly object _gate = new();
    private Task<Core.Api.FolderList>? _listing;

    /// <summary>The ID of the folder that a text means. A UUID does not cost a request.</summary>
    /// <param name="client">The service.</param>
    /// <param name="text">An ID, or a path such as "My Documents/Team".</param>
    /// <param name="userId">The owner of the credentials, whose folder "My Documents" means.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">No folder, or several, have the path.</exception>
    public async Task<string> ResolveAsync(Core.Api.SigmaClient client, string text, string userId, CancellationToken cancel)
    {
        if (Guid.TryParse(text, out _))
        {
            return text.Trim();
        }

        var folders = await ReadAsync(client, cancel).ConfigureAwait(false);
        var found = folders.Find(text);
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw BindingErrors.NotFound(
                Core.Diagnostics.ErrorCode.ItemNotFound, "folder", text, folders.All.Select(folder => folder.FullPath)),
            _ => await OwnAsync(client, found, folders, userId, cancel).ConfigureAwait(false)
                ?? throw BindingErrors.FolderAmbiguous(text, found),
        };
    }

    // An admin sees the "My Documents" of every member under one path; without an ID, their own is meant.
    private static async Task<string?> OwnAsync(
        Core.Api.SigmaClient client,
        IEnumerable<Core.Api.FileEntry> found,
        Core.Api.FolderList folders,
        string userId,
        CancellationToken cancel)
    {
        var home = (await client.GetMemberAsync(userId, cancel).ConfigureAwait(false)).HomeFolderId;
        var own = found.Where(folder => folders.IsWithin(folder.Id, home)).ToList();
        return own.Count == 1 ? own[0].Id : null;
    }

    private Task<Core.Api.FolderList> ReadAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        lock (_gate)
        {
            return _listing is null || _listing.IsFaulted || _listing.IsCanceled
                ? _listing = Core.Api.FolderList.ReadAsync(client, cancel)
                : _listing;
        }
    }
}
