using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// The facts of the organization about the items that specs name. A fact that could not be read is missing, and no rule uses it.
/// </summary>
public sealed class OnlineFacts
{
    /// <summary>All connections by ID; null if the list could not be read.</summary>
    internal IReadOnlyDictionary<string, ConnectionFact>? Connections { get; set; }

    /// <summary>The requested tables.</summary>
    internal Dictionary<TableName, TableFact> Tables { get; } = new();

    /// <summary>The requested models by the ID that the spec contains; null for a model that does not exist.</summary>
    internal Dictionary<string, ModelFact?> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>The columns of live models, by model, element and column; null for a model that does not exist.</summary>
    internal Dictionary<string, IReadOnlyDictionary<(string Element, string Column), LiveColumn>?> Columns { get; } =
        new(StringComparer.Ordinal);

    /// <summary>The findings of Sigma in a scratch model of the spec; null if none was created.</summary>
    internal RehearsalVerdict? Rehearsal { get; set; }

    /// <summary>The requested members; null for a member who does not exist.</summary>
    internal Dictionary<string, MemberFact?> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The requested folders; null for a folder that does not exist.</summary>
    internal Dictionary<string, FolderFact?> Folders { get; } = new(StringComparer.Ordinal);
}
