using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;

namespace SigmaPS.Completion;

/// <summary>Completes columns of the element on the command line, or of all elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ColumnCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => BoundSpec.Items(bound, "columns");
}
