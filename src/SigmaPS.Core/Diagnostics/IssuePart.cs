using System.Collections.Generic;

namespace SigmaPS.Core.Diagnostics;

/// <summary>The part of a formula that an issue is about, and the edits of the formula that fix it.</summary>
internal sealed record IssuePart(string Formula, int Start, IReadOnlyList<TextEdit> Edits);
