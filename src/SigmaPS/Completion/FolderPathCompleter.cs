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
