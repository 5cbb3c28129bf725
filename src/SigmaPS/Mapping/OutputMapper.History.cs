using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the engine's log of changes to the public type.</summary>
internal static partial class OutputMapper
{
    /// <summary>One version of the log.</summary>
    /// <param name="change">The version.</param>
    /// <param name="members">The names of members by ID.</param>
    public static SigmaChange ToChange(Core.History.VersionChange change, IReadOnlyDictionary<string, string> members) =>
        new(change.DataModelId, change.Name, change.Version, change.FirstVersion,
            ToChanges(change.Changes, change.DataModelId, change.Name).ToArray())
        {
            ChangedAt = change.SavedAt,
            ChangedBy = members.TryGetValue(change.SavedBy, out var name) ? name : change.SavedBy,
            ChangedById = change.SavedBy,
            Summary = change switch
            {
                { IsBaseMissing: true } => "unknown, because Sigma does not return the version before",
                { Changes.Count: 0 } => "only layout, defaults or IDs",
                _ => Core.Spec.Diff.ChangeFormatter.Counts(change.Changes),
            },
        };
}
