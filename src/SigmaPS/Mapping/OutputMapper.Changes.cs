using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>The engine's differences as the type a user can name.</summary>
internal static partial class OutputMapper
{
    /// <summary>What a write would change, or has changed.</summary>
    public static SpecChange[] ToChanges(Core.Writing.SpecWritePlan plan) => ToChanges(plan.Changes, plan.Request.DataModelId, plan.Name).ToArray();

    /// <summary>Differences, each with the model that it is about.</summary>
    /// <param name="changes">What was found.</param>
    /// <param name="dataModelId">The model; null where it is not known.</param>
    /// <param name="name">Its name; null where it is not known.</param>
    public static IEnumerable<SpecChange> ToChanges(IEnumerable<Core.Spec.Diff.SpecChange> changes, string? dataModelId, string? name) => changes.Select(change =>
        new SpecChange(change.Change.ToString(), change.Kind, change.Names.ToArray(), change.Pointer, Core.Spec.Diff.ChangeFormatter.Line(change))
        {
            Property = change.Property ?? "",
            OldValue = ToValue(change.Old),
            NewValue = ToValue(change.New),
            DataModelId = dataModelId ?? "",
            DataModelName = name ?? "",
        });
}
