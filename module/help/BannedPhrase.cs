using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>Phrases that the documents do not use, and the words to use instead.</summary>
internal sealed record BannedPhrase(Regex Pattern, string Advice);
