using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>What the organisation says about things that specs name. What it could not be asked is not in it, and is not judged.</summary>
public sealed class OnlineFacts
{
    /// <summary>All connections by id; null where the list could not be read.</summary>
    internal IReadOnlyDictionary<string, ConnectionFact>? Connections { get; set; }

    /// <summary>The tables that were asked for.</summary>
    internal Dictionary<TableName, TableFact> Tables { get; } = new();

    /// <summary>The models that were asked for, by the id that the spec gives; null for one that is not there.</summary>
    internal Dictionary<string, ModelFact?> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>The columns of live models, by model, element and column; null for a model that is not there.</summary>
    internal Dictionary<string, IReadOnlyDictionary<(string Element, string Column), LiveColumn>?> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>What Sigma found in a scratch model of the spec; null where none was created.</summary>
    internal RehearsalVerdict? Rehearsal { get; set; }

    /// <summary>The members that were asked for; null for one who is not there.</summary>
    internal Dictionary<string, MemberFact?> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders that were asked for; null for one that is not there.</summary>
    internal Dictionary<string, FolderFact?> Folders { get; } = new(StringComparer.Ordinal);
}
