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

    /// <summary>The tables that were asked for.</summary>
    internal Dictionary<TableName, TableFact> Tables { get; } = new();

    /// <summary>The requested models by the ID that the spec contains; null for a model that does not exist.</summary>
    internal Dictionary<string, ModelFact?> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>The columns of live models, by model, element and column; null for a model that is not there.</summary>
    internal Dictionary<string, IReadOnlyDictionary<(string Element, string Column), LiveColumn>?> Columns { get; } =
        new(StringComparer.Ordinal);

    /// <summary>What Sigma found in a scratch model of the spec; null where none was created.</summary>
    internal RehearsalVerdict? Rehearsal { get; set; }

    /// <summary>The members that were asked for; null for one who is not there.</summary>
    internal Dictionary<string, MemberFact?> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders that were asked for; null for one that is not there.</summary>
    internal Dictionary<string, FolderFact?> Folders { get; } = new(StringComparer.Ordinal);
}
