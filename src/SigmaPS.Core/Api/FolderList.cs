using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Api;

/// <summary>The folders and workspaces of an organization at one time. Every lookup of a folder by path uses it.</summary>
public sealed class FolderList
{
    private FolderList(IReadOnlyList<FileEntry> all) => All = all;

    /// <summary>The folders and workspaces that are not in the trash.</summary>
    public IReadOnlyList<FileEntry> All { get; }

    /// <summary>Reads the list.</summary>
    /// <param name="client">The service.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public static async Task<FolderList> ReadAsync(SigmaClient client, CancellationToken cancel)
    {
        var all = await client.ListFoldersAsync(cancel).ToListAsync(cancel).ConfigureAwait(false);
        return new FolderList(all.Where(folder => !folder.IsArchived).ToList());
    }

    /// <summary>
    /// Finds the folders of a path. The exact path comes before one that differs in case, and a path before the short ID of an address.
    /// </summary>
    /// <param name="text">The path, such as "My Documents/Team", or the short ID.</param>
    /// <returns>The folders; several can have one path.</returns>
    public IReadOnlyList<FileEntry> Find(string text)
    {
        var path = Normalize(text);
        var exact = All.Where(folder => Normalize(folder.FullPath) == path).ToList();
        var similar = All.Where(folder => string.Equals(Normalize(folder.FullPath), path, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : similar.Count > 0 ? similar : All.Where(folder => folder.UrlId == path).ToList();
    }

    /// <summary>Whether a folder is another one, or is located in it at any depth.</summary>
    /// <param name="id">The folder's ID.</param>
    /// <param name="ancestor">The other one's ID.</param>
    /// <returns>True if it is.</returns>
    public bool IsWithin(string? id, string? ancestor)
    {
        var parents = All.GroupBy(folder => folder.Id).ToDictionary(same => same.Key, same => same.First().ParentId);

        // No path is longer than the list of folders.
        for (var step = 0; id is { Length: > 0 } && step <= All.Count; step++)
        {
            if (id == ancestor)
            {
                return true;
            }

            id = parents.TryGetValue(id, out var parent) ? parent : null;
        }

        return false;
    }

    private static string Normalize(string path) => path.Trim().Replace('\\', '/').Trim('/');
}
