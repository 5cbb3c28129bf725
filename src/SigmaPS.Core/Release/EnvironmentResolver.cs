using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>Resolves the names of an environment against the live organisation. Names that are missing or mean several things come in one error, each with its candidates.</summary>
internal sealed class EnvironmentResolver
{
    private const int MostNamed = 10;

    private readonly SigmaClient _client;
    private readonly ReleaseEnvironment _environment;
    private readonly List<string> _problems = new();
    private readonly Dictionary<string, string?> _members = new(StringComparer.OrdinalIgnoreCase);

    private EnvironmentResolver(SigmaClient client, ReleaseEnvironment environment)
    {
        _client = client;
        _environment = environment;
    }

    /// <summary>Resolves. Requests: the lists of folders, models, connections and the folder's files, and one for each e-mail address.</summary>
    /// <exception cref="SigmaEngineException">A name cannot be resolved.</exception>
    public static async Task<ResolvedEnvironment> ResolveAsync(SigmaClient client, ReleaseEnvironment environment, string userId, CancellationToken cancel)
    {
        var resolver = new EnvironmentResolver(client, environment);
        var folder = await resolver.FolderAsync(cancel).ConfigureAwait(false);
        var target = new ResolvedEnvironment(environment, folder.Id, folder.Type.Length > 0 ? folder.FullPath : "");
        await resolver.ModelsAsync(target, cancel).ConfigureAwait(false);
        await resolver.ConnectionsAsync(target, cancel).ConfigureAwait(false);
        await resolver.MembersAsync(target, userId, cancel).ConfigureAwait(false);
        return resolver._problems.Count == 0
            ? target
            : throw new SigmaEngineException(ErrorCode.InvalidEnvironment, $"The environment does not fit the organisation: {string.Join("; ", resolver._problems)}.") { Target = environment.Name };
    }

    private async Task<FileEntry> FolderAsync(CancellationToken cancel)
    {
        var wish = _environment.Folder;
        var folders = new List<FileEntry>();
        await _client.ListFilesAsync(null, new[] { "folder", "workspace" }, null, false, page => Take(folders, page.Where(folder => !folder.IsArchived)), cancel).ConfigureAwait(false);
        if (Guid.TryParseExact(wish.Text, "D", out _))
        {
            try
            {
                return Only(await _client.GetFileAsync(wish.Text, cancel).ConfigureAwait(false), folders, wish);
            }
            catch (SigmaEngineException e) when (e.Kind == ErrorCode.ItemNotFound)
            {
                throw new SigmaEngineException(ErrorCode.InvalidEnvironment, $"{_environment.Where(wish)}: there is no folder {wish.Text}, or the owner of the credentials may not see it.", e) { Target = wish.Text };
            }
        }

        var path = wish.Text.Replace('\\', '/').Trim('/');
        return One(folders.Where(folder => folder.FullPath == path).ToList(), wish, "folder", folder => $"{folder.FullPath} ({folder.Id})", folders.Select(folder => folder.FullPath), "rename all but one, because the list of data models says no more of a folder than its path") ?? new FileEntry();
    }

    // The list of data models says in which path a model lies and not in which folder: with two of one path, the other's models would be taken for this one's.
    private FileEntry Only(FileEntry folder, List<FileEntry> folders, LocatedText wish)
    {
        var problem = folder.Type is not ("folder" or "workspace") ? $"{wish.Text} is a {folder.Type} and no folder"
            : folder.IsArchived ? $"the folder {folder.FullPath} ({wish.Text}) is in the trash"
            : folders.FirstOrDefault(other => other.Id != folder.Id && other.FullPath == folder.FullPath) is { } twin ? $"the folder {wish.Text} has the same path as {twin.Id}, {folder.FullPath}, so it cannot be told which data models lie in which; rename one of them"
            : null;
        return problem is null ? folder : throw new SigmaEngineException(ErrorCode.InvalidEnvironment, $"{_environment.Where(wish)}: {problem}.") { Target = wish.Text };
    }

    private async Task ModelsAsync(ResolvedEnvironment target, CancellationToken cancel)
    {
        await _client.ListDataModelsAsync(false, page =>
        {
            foreach (var model in page.Where(model => !model.IsArchived))
            {
                target.All[model.DataModelId] = model;
            }

            return Task.FromResult(true);
        }, cancel).ConfigureAwait(false);
        target.Here.AddRange(target.All.Values.Where(model => target.FolderPath.Length > 0 && model.Path == target.FolderPath));
        if (target.FolderId.Length > 0)
        {
            var files = new List<FileEntry>();
            await _client.ListFilesAsync(null, new[] { "data-model" }, target.FolderId, true, page => Take(files, page), cancel).ConfigureAwait(false);
            target.Deployed.UnionWith(files.Where(file => file.ParentSourceUrlId is { Length: > 0 }).Select(file => file.Id));
        }

        foreach (var pair in _environment.DataModels)
        {
            var wish = pair.Value;
            var found = target.All.Values.Where(model => model.DataModelId == wish.Text || model.Name == wish.Text || model.Path + "/" + model.Name == wish.Text).ToList();
            if (One(found, wish, "data model", model => $"{model.Path}/{model.Name} ({model.DataModelId})", target.All.Values.Select(model => model.Name)) is { } one)
            {
                target.DataModels[pair.Key] = one.DataModelId;
            }
        }
    }

    private async Task ConnectionsAsync(ResolvedEnvironment target, CancellationToken cancel)
    {
        await _client.ListConnectionsAsync(null, false, page => Take(target.LiveConnections, page.Where(connection => !connection.IsArchived)), cancel).ConfigureAwait(false);
        foreach (var pair in _environment.Connections)
        {
            var wish = pair.Value;
            var found = target.LiveConnections.Where(connection => connection.ConnectionId == wish.Text || connection.Name == wish.Text).ToList();
            if (One(found, wish, "connection", connection => $"{connection.Name} ({connection.ConnectionId})", target.LiveConnections.Select(connection => connection.Name)) is { } one)
            {
                target.Connections[pair.Key] = one.ConnectionId;
            }
        }
    }

    private async Task MembersAsync(ResolvedEnvironment target, string userId, CancellationToken cancel)
    {
        target.Publishers.Add(userId);
        foreach (var publisher in _environment.Publishers)
        {
            if (await MemberAsync(publisher, cancel).ConfigureAwait(false) is { } id)
            {
                target.Publishers.Add(id);
            }
        }

        foreach (var pair in _environment.Users)
        {
            if (await MemberAsync(pair.Value, cancel).ConfigureAwait(false) is { } id)
            {
                target.Users[pair.Key] = id;
            }
        }
    }

    private async Task<string?> MemberAsync(LocatedText wish, CancellationToken cancel)
    {
        if (wish.Text.IndexOf('@') < 0)
        {
            return wish.Text;
        }

        if (!_members.TryGetValue(wish.Text, out var id))
        {
            var found = await _client.FindMembersAsync(wish.Text, cancel).ConfigureAwait(false);
            id = One(found.Where(member => string.Equals(member.Email, wish.Text, StringComparison.OrdinalIgnoreCase)).ToList(), wish, "member", member => $"{member.Email} ({member.MemberId})", Enumerable.Empty<string>())?.MemberId;
            _members.Add(wish.Text, id);
        }

        return id;
    }

    private T? One<T>(List<T> found, LocatedText wish, string what, Func<T, string> show, IEnumerable<string> candidates, string wayOut = "write the id")
        where T : class
    {
        if (found.Count == 1)
        {
            return found[0];
        }

        var there = candidates.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToList();
        _problems.Add(found.Count > 1
            ? $"{_environment.Where(wish)}: '{wish.Text}' is more than one {what}: {string.Join(", ", found.Select(show))}; {wayOut}"
            : $"{_environment.Where(wish)}: there is no {what} '{wish.Text}'{(there.Count == 0 ? "" : $"; there are {string.Join(", ", there.Take(MostNamed).Select(name => $"'{name}'"))}{(there.Count > MostNamed ? $" and {there.Count - MostNamed} more" : "")}")}");
        return null;
    }

    private static Task<bool> Take<T>(List<T> all, IEnumerable<T> page)
    {
        all.AddRange(page);
        return Task.FromResult(true);
    }
}
