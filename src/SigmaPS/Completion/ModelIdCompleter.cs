using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace SigmaPS.Completion;

/// <summary>Completes IDs of live models, which are found by name too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelIdCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        ModelCompletionCache
            .GetModels(bound)
            .Select(model => new Candidate(model.DataModelId, model.Name))
            .OrderBy(candidate => candidate.Hint, System.StringComparer.OrdinalIgnoreCase);
}
