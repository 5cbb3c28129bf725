using System.Collections.Generic;

namespace SigmaPS.Core.Diagnostics;

/// <summary>The part of a formula that an issue is about, and the changes of the formula that mend it.</summary>
internal sealed record IssuePart(string Formula, int Start, IReadOnlyList<TextEdit> Edits);
