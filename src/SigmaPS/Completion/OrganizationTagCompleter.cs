using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>Version tags of the organization.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OrganizationTagCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetCandidates(
        bound,
        "version tags",
        client => client.ListOrganizationTagsAsync(CancellationToken.None),
        tag => tag.IsArchived ? null : new Candidate(tag.Name));
}
