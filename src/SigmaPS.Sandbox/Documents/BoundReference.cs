using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>The target of a reference when the document was published, as IDs (sigma-workbooks.md section 2.6).</summary>
internal abstract record BoundReference;

/// <summary>A column of a model's element. With relationships, the column belongs to the target of the last one.</summary>
/// <param name="Model">The model and the tag that is read.</param>
/// <param name="ElementId">The element whose name is the prefix.</param>
/// <param name="Relationships">The IDs of the relationships on the way.</param>
/// <param name="OwnerId">The element that owns the column.</param>
/// <param name="ColumnId">The column.</param>
/// <param name="IsSuffixed">True for [Element/Column (Relationship)].</param>
internal sealed record BoundModelColumn(
    ModelAt Model,
    string ElementId,
    IReadOnlyList<string> Relationships,
    string OwnerId,
    string ColumnId,
    bool IsSuffixed = false) : BoundReference;

/// <summary>A metric of an element, its own or inherited.</summary>
/// <param name="Model">The model that has the metric.</param>
/// <param name="OwnerId">The element that has it.</param>
/// <param name="MetricId">The metric.</param>
/// <param name="ReadModel">The model that the document reads.</param>
/// <param name="ReadElementId">The element that offers the metric.</param>
internal sealed record BoundMetric(ModelAt Model, string OwnerId, string MetricId, ModelAt ReadModel, string ReadElementId)
    : BoundReference;

/// <summary>A column of this document.</summary>
internal sealed record BoundOwnColumn(ColumnKey Column) : BoundReference;

/// <summary>A control, a table's column or an SQL column, which a write to a model cannot remove.</summary>
internal sealed record BoundElsewhere : BoundReference;

/// <summary>The reference did not resolve.</summary>
internal sealed record BoundNowhere : BoundReference;

/// <summary>A model and the tag that is read; null reads the published version.</summary>
internal sealed record ModelAt(string ModelId, string? TagName);

/// <summary>The references of one formula in order.</summary>
internal sealed record BoundColumn(IReadOnlyList<BoundReference> References);
