using System.Collections.Generic;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Release;

/// <summary>The content of a plan file.</summary>
internal sealed record PlanContent : StateContent
{
    /// <summary>The value of <see cref="Kind"/>, which distinguishes a plan file from other JSON files.</summary>
    public const string PlanKind = "SigmaPS.ReleasePlan";

    public string? Kind { get; init; }

    public string? Environment { get; init; }

    public string? EnvironmentFile { get; init; }

    /// <summary>The folder of the models.</summary>
    public string? Models { get; init; }

    public string? Organization { get; init; }

    public IReadOnlyList<PlanLine>? Items { get; init; }

    public IReadOnlyList<PlanLine>? Orphans { get; init; }

    public RenameLine? Rename { get; init; }

    /// <inheritdoc/>
    public override string? FindProblem() =>
        Kind == PlanKind && Items is not null ? null : "it was not written by New-SigmaReleasePlan -SavePath";
}
