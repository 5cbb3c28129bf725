using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the results of operations on a whole model.</summary>
internal static partial class OutputMapper
{
    /// <summary>Creates a result. These operations do not create a version.</summary>
    /// <param name="model">The model before the operation.</param>
    /// <param name="status">The status of the operation.</param>
    /// <param name="session">The session.</param>
    /// <param name="changes">The changes.</param>
    public static WriteResult ToResult(
        Core.Api.DataModelEntry model,
        WriteStatus status,
        SigmaSession session,
        IEnumerable<Core.Spec.Diff.SpecChange>? changes = null) =>
        new(model.DataModelId)
        {
            Name = model.Name,
            Status = status,
            VersionBefore = model.LatestVersion > 0 ? model.LatestVersion : null,
            VersionAfter = model.LatestVersion > 0 ? model.LatestVersion : null,
            Changes = ToChanges(changes ?? Enumerable.Empty<Core.Spec.Diff.SpecChange>(), model.DataModelId, model.Name).ToArray(),
            Organization = session.OrganizationId,
        };
}
