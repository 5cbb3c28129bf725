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
    private Task<IReadOnlyList<Core.Api.FileEntry>>? _listing;

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
        var found = Find(folders, text);
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw NotFound(text, folders),
            _ => await OwnAsync(client, found, folders, userId, cancel).ConfigureAwait(false) ?? throw Ambiguous(text, found),
        };
    }

    // An admin sees the "My Documents" of every member under one path; without an ID, their own is meant.
    private static async Task<string?> OwnAsync(
        Core.Api.SigmaClient client,
        IEnumerable<Core.Api.FileEntry> found,
        IReadOnlyList<Core.Api.FileEntry> folders,
        string userId,
        CancellationToken cancel)
    {
        var home = (await client.GetMemberAsync(userId, cancel).ConfigureAwait(false)).HomeFolderId;
        var parents = folders.GroupBy(folder => folder.Id).ToDictionary(same => same.Key, same => same.First().ParentId);
        var own = found.Where(folder => IsWithin(folder.Id)).ToList();
        return own.Count == 1 ? own[0].Id : null;

        bool IsWithin(string? id)
        {
            // No path is longer than the list of folders.
            for (var step = 0; id is { Length: > 0 } && step <= folders.Count; step++)
            {
                if (id == home)
                {
                    return true;
                }

                id = parents.TryGetValue(id, out var parent) ? parent : null;
            }

            return false;
        }
    }

    // The exact path comes before one that differs in case, and a path before the short ID of an address.
    private static IReadOnlyList<Core.Api.FileEntry> Find(IReadOnlyList<Core.Api.FileEntry> folders, string text)
    {
        var path = Normalize(text);
        var exact = folders.Where(folder => Normalize(folder.FullPath) == path).ToList();
        var similar = folders.Where(folder => string.Equals(Normalize(folder.FullPath), path, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : similar.Count > 0 ? similar : folders.Where(folder => folder.UrlId == path).ToList();
    }

    private static string Normalize(string path) => path.Trim().Replace('\\', '/').Trim('/');

    private Task<IReadOnlyList<Core.Api.FileEntry>> ReadAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        lock (_gate)
        {
            return _listing is null || _listing.IsFaulted || _listing.IsCanceled ? _listing = ListAsync(client, cancel) : _listing;
        }
    }

    private static async Task<IReadOnlyList<Core.Api.FileEntry>> ListAsync(Core.Api.SigmaClient client, CancellationToken cancel)
    {
        var all = await client.ListFoldersAsync(cancel).ToListAsync(cancel).ConfigureAwait(false);
        return all.Where(folder => !folder.IsArchived).ToList();
    }

    private static Core.Diagnostics.SigmaEngineException NotFound(string text, IEnumerable<Core.Api.FileEntry> folders)
    {
        var existing = Core.Spec.Validation.ExistingNames.Describe(text, folders.Select(folder => folder.FullPath), "folders");
        return new(Core.Diagnostics.ErrorCode.ItemNotFound, $"The folder '{text}' was not found. {existing}") { Target = text };
    }

    private static Core.Diagnostics.SigmaEngineException Ambiguous(string text, IReadOnlyCollection<Core.Api.FileEntry> found)
    {
        var listed = string.Join(", ", found.Select(folder => $"{folder.Id} ({folder.FullPath})"));
        return new(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            $"{found.Count} folders have the path '{text}': {listed}. Use the ID instead of the path.")
        { Target = text };
    }
}
