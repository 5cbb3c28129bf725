using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A table of the organization.</summary>
internal sealed class TableFact
{
    /// <summary>The kind of item at the path: table, scope …; null if there is none.</summary>
    public string? Kind { get; init; }

    /// <summary>The columns with their visibility, by their names in the warehouse; null if they could not be read.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }
}
