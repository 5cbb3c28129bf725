using System.Collections.Generic;
using static SigmaPS.Sandbox.Shape;

namespace SigmaPS.Sandbox;

/// <summary>The shapes of the ten kinds of sources (spec.md section 4).</summary>
internal static class SourceShapes
{
    public static Fields WarehouseTable { get; } =
        new Fields().Must("kind", Words("warehouse-table")).Must("connectionId", Text).Must("path", List(Text));

    public static Fields Table { get; } = new Fields().Must("kind", Words("table")).Must("elementId", Text).May("groupingId", Text);

    public static Fields DataModel { get; } =
        new Fields().Must("kind", Words("data-model")).Must("dataModelId", Text).Must("elementId", Text).May("groupingId", Text);

    public static Fields Sql { get; } = new Fields().Must("kind", Words("sql")).Must("connectionId", Text).Must("statement", Text);

    public static Fields CsvTable { get; } = new Fields().Must("kind", Words("csv-table")).Must("connectionId", Text).Must("inodeId", Text);

    public static Fields MetricView { get; } =
        new Fields().Must("kind", Words("metric-view")).Must("connectionId", Text).Must("path", List(Text));

    public static Fields SemanticView { get; } =
        new Fields().Must("kind", Words("semantic-view")).Must("connectionId", Text).Must("path", List(Text));

    private static readonly Shape Match = new Fields().Must("outputColumnName", Text).Must("sourceColumns", List(TextOrNull));

    /// <summary>The kinds of sources that a union or transpose may contain.</summary>
    public static Shape Joinable { get; } = Any(WarehouseTable, Table, DataModel, Sql, CsvTable, MetricView, SemanticView);

    private static readonly Fields Union = new Fields()
        .Must("kind", Words("union"))
        .Must("sources", List(Joinable))
        .Must("matches", List(Match))
        .May("name", Text);

    /// <summary>A side of a join: any kind of source (spec.md section 4).</summary>
    public static Shape Side { get; } = Any(Joinable, Union);

    // "<=>" is not in the schema; the service accepts it and stores is-not-distinct-from (spec.md section 4).
    private static readonly Shape Operator = Words(
        "<",
        "<=",
        "=",
        "!=",
        ">=",
        ">",
        "within",
        "intersects",
        "is-distinct-from",
        "is-not-distinct-from",
        "<=>");

    private static readonly Shape Leg = new Fields().Must("left", Side).Must("right", Side)
        .Must("columns", List(new Fields().Must("left", Text).Must("right", Text).May("op", Operator)))
        .May("name", Text).May("joinType", Words("inner", "left-outer", "right-outer", "full-outer", "lookup"));

    private static readonly Fields Transpose = new Fields().Must("kind", Words("transpose")).Must("source", Joinable);

    /// <summary>Each kind by its name.</summary>
    public static IReadOnlyDictionary<string, Shape> ByKind { get; } =
        new Dictionary<string, Shape>
        {
            ["warehouse-table"] = WarehouseTable,
            ["sql"] = Sql,
            ["csv-table"] = CsvTable,
            ["metric-view"] = MetricView,
            ["semantic-view"] = SemanticView,
            ["table"] = Table,
            ["data-model"] = DataModel,
            ["join"] = new Fields().Must("kind", Words("join")).Must("joins", List(Leg)).May("name", Text).May("primarySource", Side),
            ["union"] = Union,
            ["transpose"] = Any(
                Transpose
                    .Must("direction", Words("row-to-column"))
                    .Must("outputColumns", List(Text))
                    .Must("columnToTranspose", Text)
                    .Must("valueColumn", Text)
                    .Must("aggregate", Words("min", "max", "count", "count-if", "count-distinct", "sum", "avg", "median")),
                Transpose
                    .Must("direction", Words("column-to-row"))
                    .Must("columnsToMerge", List(Text))
                    .Must("columnLabelForMergedColumns", Text)
                    .Must("columnLabelForValues", Text)),
        };
}
