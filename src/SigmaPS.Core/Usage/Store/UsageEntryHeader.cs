using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>The first line of an entry: enough to decide whether it is still valid, and whether a question needs its body.</summary>
/// <param name="Format">The format of the entry.</param>
/// <param name="Key">The state that the body belongs to.</param>
/// <param name="Models">The states of the models that it was resolved against.</param>
/// <param name="Hash">A hash over the body: another file, or one that a crash damaged, does not have it.</param>
internal sealed record UsageEntryHeader(int Format, DocumentKey Key, IReadOnlyList<ModelStamp> Models, string Hash = "");
