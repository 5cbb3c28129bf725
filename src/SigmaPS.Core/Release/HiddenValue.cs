namespace SigmaPS.Core.Release;

/// <summary>The value of an environment variable, and the reference that a person reads in its place.</summary>
/// <param name="Reference">The reference, for example ${env:NAME}.</param>
/// <param name="Value">The value.</param>
internal sealed record HiddenValue(string Reference, string Value);
