using System;
using System.Collections.Generic;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Writing;

/// <summary>The outcome of the creation of a model.</summary>
public sealed class SpecCreateOutcome(CreatedModel made)
{
    /// <summary>The new model.</summary>
    public string DataModelId { get; } = made.DataModelId;

    /// <summary>Sigma's ID of the POST request.</summary>
    public string? RequestId { get; } = made.RequestId;

    /// <summary>The version; null if it was not read.</summary>
    public long? Version { get; init; }

    /// <summary>The findings of the read-back that the known rewrites do not explain.</summary>
    public IReadOnlyList<string> Findings { get; init; } = Array.Empty<string>();

    /// <summary>The IDs that were sent, with the IDs that Sigma assigned instead.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RenewedIds { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>The live spec after the write; null if it was not read.</summary>
    public LiveSpec? Spec { get; init; }

    /// <summary>The exact text of that spec; null if it was not read.</summary>
    public string? Text => Spec?.Text;
}
