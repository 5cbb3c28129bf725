using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>A live model whose content a run has sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">The live spec before the run.</param>
/// <param name="Sent">The spec that was sent first, in the IDs that were live before.</param>
/// <param name="Live">The live spec after the last save.</param>
internal sealed record SavedModel(string Name, SpecDocument Before, SpecDocument Sent, SpecDocument Live);
