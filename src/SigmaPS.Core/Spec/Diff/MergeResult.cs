using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The outcome of a three-way merge.</summary>
/// <param name="Document">The merged document; null if there are conflicts.</param>
/// <param name="Conflicts">The items that both sides changed.</param>
public sealed record MergeResult(SpecDocument? Document, IReadOnlyList<MergeConflict> Conflicts);
