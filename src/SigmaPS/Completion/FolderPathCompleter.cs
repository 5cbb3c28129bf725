using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>Paths of folders and workspaces.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FolderPathCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetCandidates(
        bound,
        "folders",
        client => client.ListFoldersAsync(CancellationToken.None),
        folder => folder.IsArchived ? null : new Candidate(folder.FullPath));
}
