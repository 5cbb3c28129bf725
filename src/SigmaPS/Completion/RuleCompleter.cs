using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace SigmaPS.Completion;

/// <summary>Completes IDs of the offline rules.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        Core.Spec.Validation.SpecRuleSet.All.Select(rule => new Candidate(rule.Id));
}
