using System.Collections.Generic;

namespace SigmaPS.Core.Files;

/// <summary>The content of .sigma/index.json.</summary>
internal sealed record IndexContent : StateContent
{
    /// <summary>The models, one per line.</summary>
    public IReadOnlyList<IndexLine>? Models { get; init; }

    /// <inheritdoc/>
    public override string? FindProblem() => Models is null ? "the list 'models' is missing" : null;
}
