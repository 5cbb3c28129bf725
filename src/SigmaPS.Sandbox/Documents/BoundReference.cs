using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>What a reference meant when the document was published: IDs, not names (sigma-workbooks.md section 2.6).</summary>
internal abstract record BoundReference;

/// <summary>A column of a model's element. With relationships, the column belongs to the element that the last one leads to.</summary>
/// <param name="Model">The model and the tag it is read at.</param>
/// <param name="ElementId">The element whose name is the prefix.</param>
/// <param name="Relationships">The IDs of the relationships on the way.</param>
/// <param name="OwnerId">The element that owns the column.</param>
/// <param name="ColumnId">The column.</param>
/// <param name="IsSuffixed">True for [Element/Column (Relationship)].</param>
internal sealed record BoundModelColumn(
    ModelAt Model, string ElementId, IReadOnlyList<string> Relationships, string OwnerId, string ColumnId, bool IsSuffixed = false) : BoundReference;

/// <summary>A metric of an element, its own or inherited.</summary>
/// <param name="Model">The model that has the metric.</param>
/// <param name="OwnerId">The element that has it.</param>
/// <param name="MetricId">The metric.</param>
/// <param name="ReadModel">The model that the document reads.</param>
/// <param name="ReadElementId">The element that offers the metric.</param>
internal sealed record BoundMetric(ModelAt Model, string OwnerId, string MetricId, ModelAt ReadModel, string ReadElementId) : BoundReference;

/// <summary>A column of this document.</summary>
internal sealed record BoundOwnColumn(ColumnKey Column) : BoundReference;

/// <summary>A control, a table's column, an SQL column: nothing that a write to a model can take away.</summary>
internal sealed record BoundElsewhere : BoundReference;

/// <summary>The reference meant nothing.</summary>
internal sealed record BoundNowhere : BoundReference;

/// <summary>A model, and the tag that freezes it; null reads the published version.</summary>
internal sealed record ModelAt(string ModelId, string? TagName);

/// <summary>The references of one formula in order.</summary>
internal sealed record BoundColumn(IReadOnlyList<BoundReference> References);
