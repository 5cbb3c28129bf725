using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace SigmaPS.Completion;

/// <summary>Completes regions of Sigma.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegionCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        Core.Http.RegionEndpoints.Regions.Select(region => new Candidate(region));
}
