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
        .Get(bound, "folders", client => client.ListFoldersAsync(CancellationToken.None))
        .Where(folder => !folder.IsArchived)
        .Select(folder => new Candidate(folder.FullPath))
        .OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}
