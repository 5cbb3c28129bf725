using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>Version tags of the organization.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OrganizationTagCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache
        .Get(bound, "version tags", client => client.ListOrganizationTagsAsync(CancellationToken.None))
        .Where(tag => !tag.IsArchived)
        .Select(tag => new Candidate(tag.Name))
        .OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}
