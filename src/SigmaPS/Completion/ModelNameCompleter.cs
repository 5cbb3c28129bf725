using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace SigmaPS.Completion;

/// <summary>Completes names of live models.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelNameCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        ModelCompletionCache
            .GetModels(bound)
            .Select(model => new Candidate(model.Name))
            .OrderBy(candidate => candidate.Text, System.StringComparer.OrdinalIgnoreCase);
}
