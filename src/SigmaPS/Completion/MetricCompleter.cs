using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;

namespace SigmaPS.Completion;

/// <summary>Completes metrics of the element on the command line, or of all elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetricCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => BoundSpec.Items(bound, "metrics");
}
