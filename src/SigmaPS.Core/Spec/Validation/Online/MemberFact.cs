namespace SigmaPS.Core.Spec.Validation;

/// <summary>A member as the organization knows them.</summary>
/// <param name="Email">The e-mail address.</param>
/// <param name="IsArchived">Whether the member has been removed.</param>
internal sealed record MemberFact(string Email, bool IsArchived);
