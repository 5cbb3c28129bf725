using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A table as the organisation knows it.</summary>
internal sealed class TableFact
{
    /// <summary>What stands at the path: table, scope …; null where nothing does.</summary>
    public string? Kind { get; init; }

    /// <summary>The columns with their visibility, by their names in the warehouse; null where they could not be read.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }
}
