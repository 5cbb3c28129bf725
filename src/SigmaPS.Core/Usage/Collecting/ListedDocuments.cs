using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>The organization's lists.</summary>
internal sealed record ListedDocuments(IReadOnlyList<ListedModel> Models, IReadOnlyList<DocumentHead> Documents)
{
    /// <summary>Whether nothing was changed, added or removed between two readings.</summary>
    public bool IsSameAs(ListedDocuments other) => new HashSet<DocumentKey>(Keys()).SetEquals(other.Keys());

    private IEnumerable<DocumentKey> Keys() => Models.Select(model => model.Head.Key).Concat(Documents.Select(document => document.Key));
}
