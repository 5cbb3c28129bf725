using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>What was done to a model as a whole.</summary>
internal static partial class OutputMapper
{
    /// <summary>A result; none of this makes a version.</summary>
    /// <param name="model">The model as it was.</param>
    /// <param name="status">What became of it.</param>
    /// <param name="session">Where.</param>
    /// <param name="changes">What was changed about it.</param>
    public static WriteResult ToResult(Core.Api.DataModelEntry model, WriteStatus status, SigmaSession session, IEnumerable<Core.Spec.Diff.SpecChange>? changes = null) => new(model.DataModelId)
    {
        Name = model.Name,
        Status = status,
        VersionBefore = model.LatestVersion > 0 ? model.LatestVersion : null,
        VersionAfter = model.LatestVersion > 0 ? model.LatestVersion : null,
        Changes = ToChanges(changes ?? Enumerable.Empty<Core.Spec.Diff.SpecChange>(), model.DataModelId, model.Name).ToArray(),
        Organization = session.OrganizationId,
    };
}
