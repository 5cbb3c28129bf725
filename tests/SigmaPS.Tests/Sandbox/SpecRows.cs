using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Tests.Sandbox;

/// <summary>The rows of spec.md sections 2 to 11, in the form of <see cref="SpecFacts"/>.</summary>
internal static class SpecRows
{
    private static readonly string[] TextModes =
    [
        "equals", "does-not-equal", "contains", "does-not-contain", "starts-with", "does-not-start-with", "ends-with", "does-not-end-with",
        "like", "not-like",
        "matches-regexp", "does-not-match-regexp",
    ];

    private static readonly string[] DateModes = ["between", "on", "before", "after", "next", "last", "current", "custom"];

    private static readonly string[] Ranking = ["rank", "rank-dense", "row-number", "rank-percentile", "cume-dist"];

    private static readonly string[] RankModes = ["top-n", "bottom-n", "top-percentile", "bottom-percentile"];

    private static readonly string[] Nulls = ["always", "never", "when-no-value-is-selected"];

    private static readonly string[] Units =
    [
        "year", "quarter", "month", "week-starting-sunday", "week-starting-monday", "day", "hour", "minute",
    ];

    public static IEnumerable<string> All =>
    [
        .. Rows("table", "id", "kind", "source", "columns", "name", "description", "metrics", "relationships", "filters", "folders",
            "groupings", "summary", "order",
            "sort", "visibleAsSource=false", "columnSecurities"),
        .. Sources,
        .. Rows("table.columns", "id", "formula", "formula=", "name", "description", "hidden=true", "format:datetime.formatString"),
        .. Rows("table.columns.format:number", "formatString", "prefix", "suffix", "displayNullAs", "decimalSymbol", "digitGroupingSymbol",
            "digitGroupingSize", "currencySymbol"),
        .. Rows("table.metrics", "id", "formula", "name", "description", "isHighlighted", "format", "timeline.dateColumnId",
            "timeline.truncation=day",
            "timeline.truncation=week", "timeline.comparison.comparisonPeriod", "timeline.comparison.direction=higher-is-better",
            "timeline.comparison.direction=lower-is-better"),
        .. Rows("table.relationships", "id", "targetElementId", "keys.sourceColumnId", "keys.targetColumnId", "name", "description"),
        .. Rows("table.folders", "id", "name", "items"),
        .. Rows("table.groupings", "id", "groupBy", "calculations"),
        .. Rows("table.sort", "columnId", "direction=ascending", "direction=descending", "nulls=first", "nulls=last",
            "nulls=connection-default"),
        .. Rows("table.columnSecurities", "id", "restrictedColumns", "criteria:no-one-can-view.kind",
            "criteria:user-attribute.assignments.userAttributeId", "criteria:user-attribute.assignments.value",
            "criteria:specific-users-and-teams.assignments.userId", "criteria:specific-users-and-teams.assignments.teamId"),
        .. Filters,
        .. Controls,
    ];

    private static IEnumerable<string> Sources =>
    [
        .. Rows("table.source", "warehouse-table.path", "warehouse-table.connectionId", "sql.statement", "table.elementId",
            "table.groupingId", "data-model.dataModelId", "data-model.groupingId", "join.name", "join.primarySource:warehouse-table.path",
            "join.primarySource:table.elementId", "join.joins.name", "join.joins.right:data-model.elementId",
            "join.joins.left:table.elementId", "join.joins.joinType=inner", "join.joins.joinType=left-outer",
            "join.joins.joinType=right-outer", "join.joins.joinType=full-outer", "union.matches.outputColumnName",
            "union.matches.sourceColumns=null", "union.sources:table.elementId", "union.sources:data-model.elementId",
            "transpose.direction=row-to-column", "transpose.direction=column-to-row", "transpose.outputColumns",
            "transpose.columnToTranspose", "transpose.valueColumn", "transpose.columnsToMerge", "transpose.columnLabelForMergedColumns",
            "transpose.columnLabelForValues", "transpose.source:warehouse-table.path", "transpose.source:table.elementId",
            "transpose.source:data-model.elementId")
            .Select(r => r.Replace("source.", "source:", System.StringComparison.Ordinal)),
        .. new[] { "<", "<=", "=", "!=", ">=", ">", "within", "intersects", "is-distinct-from", "is-not-distinct-from" }
            .Select(o => "table.source:join.joins.columns.op=" + o),
        .. new[] { "min", "max", "count", "count-if", "count-distinct", "sum", "avg", "median" }
            .Select(a => "table.source:transpose.aggregate=" + a),
    ];

    private static IEnumerable<string> Filters =>
    [
        .. Rows("table.filters", "list.mode=include", "list.mode=exclude", "list.values=[]", "list.values=null", "list.values=True",
            "list.values=False", "list.values=Number", "list.values=1704067200000", "list.values=2024-02-29T00:00:00.000Z",
            "list.values=String", "text-match.value", "text-match.case=sensitive", "text-match.case=insensitive", "number-range.min",
            "number-range.max", "number-range.state=disabled", "hierarchy.state=enabled", "hierarchy.mode=include", "hierarchy.values",
            "date-range.startDate=String", "date-range.endDate=String", "date-range.startDate.op=now-minus",
            "date-range.endDate.op=now-plus", "date-range.date",
            "date-range.value", "date-range.includeToday=true", "date-range.includeToday=false", "top-n.rowCount", "top-n.percentile")
            .Select(r => r.Replace("filters.", "filters:", System.StringComparison.Ordinal)),
        .. TextModes.Select(m => "table.filters:text-match.mode=" + m),
        .. DateModes.Select(m => "table.filters:date-range.mode=" + m),
        .. Units.Select(u => "table.filters:date-range.unit=" + u),
        .. Ranking.Select(r => "table.filters:top-n.rankingFunction=" + r),
        .. RankModes.Select(m => "table.filters:top-n.mode=" + m),
        .. Nulls.Select(n => "table.filters:text-match.includeNulls=" + n),
    ];

    private static IEnumerable<string> Controls =>
    [
        .. Rows("control", "list.name", "list.filters.source:table.elementId", "list.filters.source:warehouse-table.path",
            "list.filters.source:data-model.elementId", "list.filters.columnId", "list.parameters:data-model.controlId",
            "list.mode=include", "list.mode=exclude", "list.selectionMode=single", "list.selectionMode=multiple", "list.value=null",
            "list.values=[]", "list.values=null", "list.source:manual.valueType=text", "list.source:manual.valueType=boolean",
            "list.source:manual.labels=null", "list.source:source.displayColumnId", "list.source:source.source:table.elementId",
            "list.source:source.source:warehouse-table.path", "list.source:source.source:data-model.elementId",
            "segmented.source:manual.valueType=number", "segmented.source:manual.valueType=date", "segmented.source:source.columnId",
            "segmented.value", "segmented.clearLabel", "segmented.showClearLabel", "hierarchy.source.columnId", "hierarchy.mode",
            "hierarchy.values", "text.value", "text.case", "text.includeNulls", "text.showOperators=true", "text-area.value",
            "number.value", "number.includeNulls", "number-range.min", "number-range.max", "number-range.includeNulls",
            "date.value=String", "date.value.op=now-minus", "date.includeNulls", "date-range.includeNulls", "slider.low", "slider.high",
            "slider.step", "slider.value", "slider.includeNulls", "range-slider.low", "range-slider.high", "range-slider.step",
            "range-slider.min", "range-slider.max", "range-slider.includeNulls", "checkbox.value=false", "checkbox.mode=True/False",
            "checkbox.mode=True/All", "switch.value=true", "switch.mode=True/False", "switch.mode=True/All", "top-n.rowCount",
            "top-n.percentile", "top-n.includeNulls").Select(r => "control:" + r["control.".Length..]),
        .. TextModes.Select(m => "control:text.mode=" + m),
        .. new[] { "number", "date", "slider" }.SelectMany(t => new[] { "<=", "=", ">=" }.Select(m => $"control:{t}.mode={m}")),
        .. DateModes.Select(m => "control:date-range.mode=" + m),
        .. Ranking.Select(r => "control:top-n.rankingFunction=" + r),
        .. RankModes.Select(m => "control:top-n.mode=" + m),
    ];

    private static IEnumerable<string> Rows(string path, params string[] rows) => rows.Select(r => $"{path}.{r}");
}
