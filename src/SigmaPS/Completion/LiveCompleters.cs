using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>Paths of folders and workspaces.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FolderPathCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache
        .Get<Core.Api.FileEntry>(bound, "folders", async (client, take) =>
        {
            // Sigma lists workspaces only if they are asked for alone.
            await client.ListFilesAsync(null, new[] { "folder" }, null, false, take, CancellationToken.None).ConfigureAwait(false);
            await client.ListFilesAsync(null, new[] { "workspace" }, null, false, take, CancellationToken.None).ConfigureAwait(false);
        })
        .Where(folder => !folder.IsArchived)
        .Select(folder => new Candidate(folder.FullPath))
        .OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}

/// <summary>E-mail addresses of members, found by the person's name too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OwnerCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache
        .Get<Core.Api.MemberEntry>(bound, "members", (client, take) => client.ListMembersAsync(null, false, take, CancellationToken.None))
        .Select(member => new Candidate(member.Email, $"{member.FirstName} {member.LastName}".Trim()))
        .OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}

/// <summary>Version numbers of the model that the line names, newest first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VersionCompleter : SafeCompleter
{
    private const int Most = 50;

    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        var latest = ModelCompletionCache.GetModel(bound)?.LatestVersion ?? 0;
        for (var version = latest; version > 0 && version > latest - Most; version--)
        {
            yield return new Candidate(version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>Version tags of the model that the line names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TagCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModel(bound) is not { } model
        ? Enumerable.Empty<Candidate>()
        : ModelCompletionCache
            .Get<Core.Api.TagEntry>(
                bound,
                "tags of " + model.DataModelId,
                (client, take) => client.ListTagsAsync(model.DataModelId, take, CancellationToken.None))
            .Select(tag => new Candidate(tag.TagName));
}

/// <summary>Elements of the live model that the line names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LiveElementCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModel(bound) is not { } model
        ? Enumerable.Empty<Candidate>()
        : ModelCompletionCache
            .Get<Core.Api.ElementEntry>(
                bound,
                "elements of " + model.DataModelId,
                (client, take) => client.ListElementsAsync(model.DataModelId, null, take, CancellationToken.None))
            .Select(element => new Candidate(element.Name ?? ""));
}

/// <summary>Sigma's names of the types of files.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FileTypeCompleter : SafeCompleter
{
    private static readonly string[] Types =
    {
        "workspace", "folder", "workbook", "dataset", "data-model", "sql", "worksheet", "dashboard", "template", "table", "symlink", "report",
    };

    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => Types.Select(type => new Candidate(type));
}
