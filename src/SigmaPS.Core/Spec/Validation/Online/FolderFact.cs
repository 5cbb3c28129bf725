namespace SigmaPS.Core.Spec.Validation;

/// <summary>A folder as the organization knows it.</summary>
/// <param name="IsArchived">Whether it is in the trash.</param>
internal sealed record FolderFact(bool IsArchived);
