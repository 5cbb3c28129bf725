using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>Elements of the live model that the line names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LiveElementCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModel(bound) is not { } model
        ? Enumerable.Empty<Candidate>()
        : ModelCompletionCache
            .Get(
                bound,
                "elements of " + model.DataModelId,
                client => client.ListElementsAsync(model.DataModelId, null, CancellationToken.None))
            .Select(element => new Candidate(element.Name ?? ""));
}
