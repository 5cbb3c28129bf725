namespace SigmaPS.Help;

/// <summary>A banned phrase that one document may use.</summary>
internal sealed record AllowedUse(string File, string Phrase);
