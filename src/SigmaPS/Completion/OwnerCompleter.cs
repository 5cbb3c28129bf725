using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>E-mail addresses of members, found by the person's name too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OwnerCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache
        .Get(bound, "members", client => client.ListMembersAsync(null, false, CancellationToken.None))
        .Select(member => new Candidate(member.Email, $"{member.FirstName} {member.LastName}".Trim()))
        .OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}
