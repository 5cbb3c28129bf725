namespace SigmaPS.Core.Writing;

/// <summary>The origin of a spec that was read in this process.</summary>
/// <param name="DataModelId">The UUID of the model.</param>
/// <param name="BaseVersion">The latest version when the spec was read: the base version of a write.</param>
/// <param name="Text">The exact text that was read. It is used for comparisons and never sent.</param>
/// <param name="Organization">The ID of the organization. The provenance is valid only there.</param>
public sealed record SpecProvenance(string DataModelId, long BaseVersion, string Text, string Organization)
{
    /// <summary>The name that was read, or was set since.</summary>
    public string? Name { get; init; }

    /// <summary>The description that was read, or was set since.</summary>
    public string? Description { get; init; }

    /// <summary>The file that it was read from; null for a spec from the service.</summary>
    public string? File { get; init; }

    /// <summary>Names the model and the version. The text may be long, so it is not part of this.</summary>
    /// <returns>The model and the version.</returns>
    public override string ToString() => $"{DataModelId} version {BaseVersion}";
}
