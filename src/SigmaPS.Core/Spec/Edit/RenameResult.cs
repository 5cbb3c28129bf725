using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>The result of a rename over several models.</summary>
/// <param name="Step">The part that was carried out.</param>
/// <param name="ElementId">The element.</param>
/// <param name="ItemId">The item whose consumers are affected; null for an element.</param>
/// <param name="ElementName">The element's display name before.</param>
/// <param name="OldName">The item's display name before.</param>
internal sealed record RenameResult(RenameStep Step, string ElementId, string? ItemId, string ElementName, string OldName)
{
    /// <summary>The error of a missing item that an earlier publish already renamed; null otherwise.</summary>
    public SigmaEngineException? Missing { get; init; }
}
