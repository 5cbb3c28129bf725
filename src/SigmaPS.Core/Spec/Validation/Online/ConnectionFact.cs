namespace SigmaPS.Core.Spec.Validation;

/// <summary>A connection as the organization knows it.</summary>
/// <param name="IsArchived">Whether it is in the trash.</param>
/// <param name="UsesFriendlyNames">Whether formulas use friendly names such as Order Id for ORDER_ID.</param>
internal sealed record ConnectionFact(bool IsArchived, bool UsesFriendlyNames);
