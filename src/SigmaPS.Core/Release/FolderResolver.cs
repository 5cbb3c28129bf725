using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>Finds the folder of an environment, and waits for one that was created a moment ago.</summary>
/// <remarks>Sigma lists new files with a delay.</remarks>
internal sealed class FolderResolver
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(8);

    private readonly SigmaClient _client;
    private readonly ReleaseEnvironment _environment;
    private readonly LocatedText _folder;
    private FolderList? _folders;

    public FolderResolver(SigmaClient client, ReleaseEnvironment environment)
    {
        _client = client;
        _environment = environment;
        _folder = environment.Folder;
    }

    /// <summary>Finds it.</summary>
    /// <param name="problems">Gets the problem of a path that is missing or ambiguous.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The folder; an empty entry where there is a problem.</returns>
    /// <exception cref="SigmaEngineException">The folder of an ID is missing, or cannot be used.</exception>
    public async Task<FileEntry> ResolveAsync(List<string> problems, CancellationToken cancel)
    {
        var limit = _client.Patience < Longest ? _client.Patience : Longest;
        var begin = _client.Now;
        for (var interval = FirstInterval; ; interval = interval < LongestInterval ? interval + interval : interval)
        {
            var found = await FindAsync(cancel).ConfigureAwait(false);
            if (found.Count > 1)
            {
                problems.Add(EnvironmentProblems.Several(
                    _environment,
                    _folder,
                    "folder",
                    found.Select(folder => $"{folder.FullPath} ({folder.Id})"),
                    "rename all but one, because the list of data models shows only a folder's path"));
                return new FileEntry();
            }

            if (found.Count == 1)
            {
                return found[0];
            }

            if (_client.Now - begin + interval > limit)
            {
                var waited = limit < FirstInterval ? ""
                    : $". The command looked for {(long)Math.Round((_client.Now - begin).TotalSeconds)} s, "
                        + "because Sigma lists a new folder with a delay";
                var folders = _folders ?? await FolderList.ReadAsync(_client, cancel).ConfigureAwait(false);
                var paths = folders.All.Select(folder => folder.FullPath);
                problems.Add(EnvironmentProblems.Missing(_environment, _folder, "folder", paths) + waited);
                return new FileEntry();
            }

            if (interval == FirstInterval)
            {
                _client.Log.Verbose($"Folder '{_folder.Text}' is not listed. Sigma lists a new folder with a delay, "
                    + $"so the command looks again for up to {(int)limit.TotalSeconds} s.");
            }

            await _client.WaitAsync(interval, cancel).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<FileEntry>> FindAsync(CancellationToken cancel)
    {
        if (!Guid.TryParseExact(_folder.Text, "D", out _))
        {
            _folders = await FolderList.ReadAsync(_client, cancel).ConfigureAwait(false);
            return _folders.Find(_folder.Text);
        }

        FileEntry folder;
        try
        {
            folder = await _client.GetFileAsync(_folder.Text, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.ItemNotFound)
        {
            return Array.Empty<FileEntry>();
        }

        return await ProblemAsync(folder, cancel).ConfigureAwait(false) is not { } problem ? new[] { folder }
            : throw new SigmaEngineException(ErrorCode.InvalidEnvironment, $"{_environment.Where(_folder)}: {problem}.")
            {
                Target = _folder.Text,
            };
    }

    // The list of data models shows the path of a folder and not its ID: with two of one path, the other one's models would count too.
    private async Task<string?> ProblemAsync(FileEntry folder, CancellationToken cancel)
    {
        if (folder.Type is not ("folder" or "workspace"))
        {
            return $"{_folder.Text} is a {folder.Type}, not a folder";
        }

        if (folder.IsArchived)
        {
            return $"the folder {folder.FullPath} ({_folder.Text}) is in the trash";
        }

        var folders = await FolderList.ReadAsync(_client, cancel).ConfigureAwait(false);
        return folders.All.FirstOrDefault(other => other.Id != folder.Id && other.FullPath == folder.FullPath) is { } twin
            ? $"the folder {_folder.Text} has the same path as {twin.Id}, {folder.FullPath}, "
                + "so the data models of the two cannot be distinguished; rename one of them"
            : null;
    }
}
