using System.Collections.Generic;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Release;

/// <summary>The content of run.json.</summary>
internal sealed record RunContent : StateContent
{
    public string? Environment { get; init; }

    public string? Organization { get; init; }

    public IReadOnlyList<RunLine>? Models { get; init; }

    /// <inheritdoc/>
    public override string? FindProblem() =>
        Models is null ? "the list 'models' is missing" : Organization is null ? "'organization' is missing" : null;
}
