using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;

namespace SigmaPS.Completion;

/// <summary>Version tags of the model that the line names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TagCompleter : SafeCompleter
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => ModelCompletionCache.GetModel(bound) is not { } model
        ? Enumerable.Empty<Candidate>()
        : ModelCompletionCache
            .Get(bound, "tags of " + model.DataModelId, client => client.ListTagsAsync(model.DataModelId, CancellationToken.None))
            .Select(tag => new Candidate(tag.TagName));
}
