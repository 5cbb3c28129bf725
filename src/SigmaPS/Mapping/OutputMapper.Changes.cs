using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the engine's changes to the public type.</summary>
internal static partial class OutputMapper
{
    /// <summary>The changes of a write.</summary>
    public static SpecChange[] ToChanges(Core.Writing.SpecWritePlan plan) =>
        ToChanges(plan.Changes, plan.Request.DataModelId, plan.Name).ToArray();

    /// <summary>Converts changes and adds their model.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="dataModelId">The model's ID; null if unknown.</param>
    /// <param name="name">The model's name; null if unknown.</param>
    public static IEnumerable<SpecChange> ToChanges(IEnumerable<Core.Spec.Diff.SpecChange> changes, string? dataModelId, string? name) =>
        changes.Select(change => new SpecChange(
            change.Change.ToString(),
            change.Kind,
            change.Names.ToArray(),
            change.Pointer,
            Core.Spec.Diff.ChangeFormatter.Line(change))
        {
            Property = change.Property ?? "",
            OldValue = ToValue(change.Old),
            NewValue = ToValue(change.New),
            DataModelId = dataModelId ?? "",
            DataModelName = name ?? "",
        });
}
