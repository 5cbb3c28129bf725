using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>
/// Resolves the names of an environment in the live organization. One error contains all names that are missing or ambiguous, each with
/// its candidates.
/// </summary>
internal sealed class EnvironmentResolver
{
    private readonly SigmaClient _client;
    private readonly ReleaseEnvironment _environment;
    private readonly List<string> _problems = new();
    private readonly Dictionary<string, string?> _members = new(StringComparer.OrdinalIgnoreCase);

    private EnvironmentResolver(SigmaClient client, ReleaseEnvironment environment)
    {
        _client = client;
        _environment = environment;
    }

    /// <summary>
    /// Resolves. Requests: the lists of folders, models, connections and the folder's files, and one for each e-mail address.
    /// </summary>
    /// <exception cref="SigmaEngineException">A name cannot be resolved.</exception>
    public static async Task<ResolvedEnvironment> ResolveAsync(
        SigmaClient client,
        ReleaseEnvironment environment,
        string userId,
        CancellationToken cancel)
    {
        var resolver = new EnvironmentResolver(client, environment);
        var folder = await new FolderResolver(client, environment).ResolveAsync(resolver._problems, cancel).ConfigureAwait(false);
        var target = new ResolvedEnvironment(environment, folder.Id, folder.FullPath);
        await resolver.ModelsAsync(target, cancel).ConfigureAwait(false);
        await resolver.ConnectionsAsync(target, cancel).ConfigureAwait(false);
        await resolver.MembersAsync(target, userId, cancel).ConfigureAwait(false);
        return resolver._problems.Count == 0
            ? target
            : throw new SigmaEngineException(
                ErrorCode.InvalidEnvironment,
                $"The environment does not fit the organization: {string.Join("; ", resolver._problems)}.")
            {
                Target = environment.Name,
            };
    }

    private async Task ModelsAsync(ResolvedEnvironment target, CancellationToken cancel)
    {
        var models = await _client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var model in models.Where(model => !model.IsArchived))
        {
            target.All[model.DataModelId] = model;
        }

        target.Here.AddRange(target.All.Values.Where(model => target.FolderPath.Length > 0 && model.Path == target.FolderPath));
        if (target.FolderId.Length > 0)
        {
            var files = await _client
                .ListFilesAsync(null, new[] { "data-model" }, target.FolderId, true, cancel)
                .ToListAsync(cancel)
                .ConfigureAwait(false);
            target.Deployed.UnionWith(files.Where(file => file.ParentSourceUrlId is { Length: > 0 }).Select(file => file.Id));
        }

        foreach (var pair in _environment.DataModels)
        {
            var entry = pair.Value;
            var found = target
                .All.Values.Where(model =>
                    model.DataModelId == entry.Text || model.Name == entry.Text || model.Path + "/" + model.Name == entry.Text)
                .ToList();
            if (
                One(
                    found,
                    entry,
                    "data model",
                    model => $"{model.Path}/{model.Name} ({model.DataModelId})",
                    target.All.Values.Select(model => model.Name)) is
                { } one)
            {
                target.DataModels[pair.Key] = one.DataModelId;
            }
        }
    }

    private async Task ConnectionsAsync(ResolvedEnvironment target, CancellationToken cancel)
    {
        var connections = await _client.ListConnectionsAsync(null, false, cancel).ToListAsync(cancel).ConfigureAwait(false);
        target.LiveConnections.AddRange(connections.Where(connection => !connection.IsArchived));
        foreach (var pair in _environment.Connections)
        {
            var entry = pair.Value;
            var found = target
                .LiveConnections.Where(connection => connection.ConnectionId == entry.Text || connection.Name == entry.Text)
                .ToList();
            if (
                One(
                    found,
                    entry,
                    "connection",
                    connection => $"{connection.Name} ({connection.ConnectionId})",
                    target.LiveConnections.Select(connection => connection.Name)) is
                { } one)
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

    private async Task<string?> MemberAsync(LocatedText entry, CancellationToken cancel)
    {
        if (entry.Text.IndexOf('@') < 0)
        {
            return entry.Text;
        }

        if (!_members.TryGetValue(entry.Text, out var id))
        {
            var found = await _client.FindMembersAsync(entry.Text, cancel).ConfigureAwait(false);
            id = One(
                found.Where(member => string.Equals(member.Email, entry.Text, StringComparison.OrdinalIgnoreCase)).ToList(),
                entry,
                "member",
                member => $"{member.Email} ({member.MemberId})",
                Enumerable.Empty<string>())?.MemberId;
            _members.Add(entry.Text, id);
        }

        return id;
    }

    private T? One<T>(List<T> found, LocatedText entry, string what, Func<T, string> show, IEnumerable<string> candidates)
        where T : class
    {
        if (found.Count == 1)
        {
            return found[0];
        }

        _problems.Add(found.Count > 1
            ? EnvironmentProblems.Several(_environment, entry, what, found.Select(show), "use the ID")
            : EnvironmentProblems.Missing(_environment, entry, what, candidates));
        return null;
    }
}
