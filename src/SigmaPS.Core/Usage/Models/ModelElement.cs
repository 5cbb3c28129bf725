using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>A table of a model as its consumers see it.</summary>
internal sealed record ModelElement(
    string Id,
    string Name,
    bool IsNameCertain,
    IReadOnlyList<ModelItem> Columns,
    IReadOnlyList<ModelItem> Metrics,
    IReadOnlyList<ModelRelationship> Relationships,
    IReadOnlyList<ModelSource> Sources);
