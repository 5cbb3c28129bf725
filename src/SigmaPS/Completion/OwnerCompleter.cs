using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>E-mail addresses of members, found by the person's name too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OwnerCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetCandidates(
        bound,
        "members",
        client => client.ListMembersAsync(null, false, CancellationToken.None),
        member => new Candidate(member.Email, $"{member.FirstName} {member.LastName}".Trim()));
}
