using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>The first line of an entry: enough to decide whether it is still valid, and whether a question needs its body.</summary>
internal sealed record UsageEntryHeader(int Format, DocumentKey Key, IReadOnlyList<ModelStamp> Models);
