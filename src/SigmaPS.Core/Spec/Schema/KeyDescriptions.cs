using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>Describes the keys of the schema table for editors.</summary>
/// <remarks>
/// A row is "type.key text", or "*.key text" for a key that has one meaning in all types. The more specific row wins. The facts come from
/// the spec sheet, sections 1 to 11.
/// </remarks>
internal static class KeyDescriptions
{
    /// <summary>Describes the whole document.</summary>
    public const string OfSpec = "A Sigma data model as code. Unknown keys, kinds and values are allowed, because Sigma adds new ones.";

    /// <summary>Describes the reference to this schema.</summary>
    public const string OfEditorSchema = "The JSON schema that your editor uses. SigmaPS ignores it and never sends it to Sigma.";

    private const string Rows = """
        root.dataModelId The UUID of the data model. Sigma sets it.
        root.name The name of the data model. It names a new model; a write to an existing model ignores it.
        root.description The description of the data model. A write to an existing model ignores it.
        root.url The address of the version that was read. Sigma sets it.
        root.documentVersion The version that was read. Sigma sets it.
        root.latestDocumentVersion The latest published version at the time of the read. Sigma sets it.
        root.ownerId The member who owns the data model. Sigma sets it.
        root.folderId The UUID of the folder that contains the data model. A write to an existing model ignores it.
        root.createdBy The member who created the data model. Sigma sets it.
        root.updatedBy The member who last changed the data model. Sigma sets it.
        root.createdAt The time of creation. Sigma sets it.
        root.updatedAt The time of the last change. Sigma sets it.
        root.schemaVersion The version of this format: the number 1, without quotes.
        root.pages The pages of the data model. A write replaces all of them.
        root.kind The kind of document: data-model. Sigma ignores it in a write.
        page.id The ID of the page, unique in the data model.
        page.name The name of the page.
        page.elements The tables and controls of the page; [] for a page without any.
        element.id The ID of the element, unique on all pages.
        element.kind The kind of element: table or control.
        element.table.source The data that the table reads.
        element.table.columns The columns of the table, in their order; [] for none.
        element.table.name The name of the table. Without it, Sigma derives the name from the source.
        element.table.metrics The metrics that people can use with this table.
        element.table.groupings The groupings of the table, from the outside in.
        element.table.relationships The relationships to other elements. Define them on the side with many rows.
        element.table.filters The filters of the table.
        element.table.folders The folders that group columns.
        element.table.order The IDs of columns and folders in the order in which Sigma shows them. Columns in a folder are not listed.
        element.table.summary The IDs of the summary (grand total) columns. They are not part of the order.
        element.table.visibleAsSource Whether people can pick the element as a source. The default is true.
        element.table.columnSecurities The rules that hide columns from people.
        element.table.sort The columns by which the table is sorted, the most significant one first.
        element.control.controlId The name of the control in formulas and SQL. Case matters. Use 1 to 64 letters, digits, - and _.
        element.control.controlType The type of the control.
        element.control.name The label of the control.
        element.control.filters The columns that the control filters. A control without targets supplies values to formulas and SQL only.
        element.control.parameters The controls of other data models that receive the value of this control.
        element.control.list.selectionMode Whether people select one value (value) or several (values).
        element.control.list.source The values that the control offers.
        element.control.segmented.source The values that the control offers.
        element.control.segmented.clearLabel The label of the option that clears the selection.
        element.control.segmented.showClearLabel Whether the option that clears the selection is shown.
        element.control.hierarchy.source The column that supplies the values.
        element.control.text.showOperators Whether people can select the operator.
        element.control.number.mode The comparison of the column with the value.
        element.control.date.mode The comparison of the column with the date.
        element.control.date.value The date, as text or relative to now.
        element.control.slider.mode The comparison of the column with the value.
        element.control.checkbox.mode The two states: true or false, or true or all rows.
        element.control.switch.mode The two states: true or false, or true or all rows.
        source.kind The kind of source.
        source.sql.statement The SQL statement. It can use controls: {{control-id}}.
        source.table.elementId The ID of the element in this data model that supplies the rows.
        source.data-model.elementId The ID of the element in the other data model.
        source.data-model.dataModelId The UUID of the other data model.
        source.join.joins The joins, one item per pair of sources.
        source.join.primarySource The first source of the join: it is on the left of a join and never on the right.
        source.join.name The prefix of the primary source's columns in formulas.
        source.union.sources The sources whose rows are combined.
        source.union.matches The columns of the union, each with its column in every source.
        source.union.name The prefix of the union's columns in formulas. Sigma may replace it.
        source.transpose.source The source whose rows or columns are transposed.
        source.transpose.direction The direction: row-to-column or column-to-row.
        source.transpose.row-to-column.outputColumns The columns that the transposition creates.
        source.transpose.row-to-column.columnToTranspose The column whose values become columns.
        source.transpose.row-to-column.valueColumn The column that supplies the values.
        source.transpose.row-to-column.aggregate How several values of one cell are combined.
        source.transpose.column-to-row.columnsToMerge The columns that become rows.
        source.transpose.column-to-row.columnLabelForMergedColumns The name of the column that contains the former column names.
        source.transpose.column-to-row.columnLabelForValues The name of the column that contains the values.
        joinable.kind The kind of source.
        joinable.sql.statement The SQL statement.
        joinable.data-model.dataModelId The UUID of the other data model.
        joinleg.left The left source: the primary source, or the right source of an earlier join.
        joinleg.right The right source.
        joinleg.columns The keys of the join.
        joinleg.name The prefix of the right source's columns in formulas. The default is the source's own name.
        joinleg.joinType The type of the join. The default is inner. Sigma stores lookup as left-outer.
        joinkey.left A formula over the left source, normally one column: [Column].
        joinkey.right A formula over the right source, normally one column: [Column].
        joinkey.op The comparison of the two sides. The default is =.
        match.outputColumnName The name of the column in the union.
        match.sourceColumns The column in each source, in the order of the sources: [Column], or null where a source has none.
        column.id The ID of the column, unique in its element.
        column.formula The formula of the column, for example [ORDERS/Order Id] or Sum([Price]). Empty text is allowed.
        column.name The name of the column. Without it, Sigma derives the name from the formula.
        column.hidden Whether the column is hidden. The default is false.
        format.kind The kind of format: number or datetime.
        format.number.formatString The format in d3-format notation, for example ,.2f.
        format.number.prefix Text before the number.
        format.number.suffix Text after the number.
        format.number.displayNullAs The text that replaces null.
        format.number.decimalSymbol The symbol between whole number and fraction.
        format.number.digitGroupingSymbol The symbol between groups of digits.
        format.number.digitGroupingSize The sizes of the groups of digits.
        format.number.currencySymbol The symbol of the currency.
        format.datetime.formatString The format in d3-time-format notation, for example %Y-%m-%d.
        metric.id The ID of the metric, unique in its element.
        metric.formula The aggregate formula of the metric, for example Sum([Net Revenue]).
        metric.name The name of the metric.
        metric.isHighlighted Whether the metric is highlighted.
        metric.timeline The dates over which Sigma shows the metric.
        timeline.dateColumnId The ID of the date column.
        timeline.truncation The period to which dates are truncated.
        timeline.comparison The comparison with an earlier period.
        comparison.comparisonPeriod The length of the earlier period.
        comparison.direction Whether a higher or a lower value is better.
        relationship.id The ID of the relationship, unique in its element.
        relationship.targetElementId The ID of the related element.
        relationship.keys The pairs of columns that relate the two elements.
        relationship.name The name of the relationship in formulas: [Element/Relationship/Column]. The default is the target's name.
        key.sourceColumnId The ID of a column of this element.
        key.targetColumnId The ID of a column of the related element.
        filter.id The ID of the filter, unique in its element.
        filter.columnId The ID of the filtered column.
        filter.kind The kind of filter.
        filter.state Whether the filter is applied. The default is enabled.
        filter.list.values The values. Sigma writes dates as milliseconds since 1970. An empty list does not filter.
        filter.date-range.mode The kind of date range.
        element.control.date-range.mode The kind of date range.
        daterange.next.value The number of units.
        daterange.last.value The number of units.
        reldate.op Whether the date is before or after now.
        reldate.value The number of units.
        topn.rank-percentile.mode Whether the highest or the lowest percentile is kept.
        topn.cume-dist.mode Whether the highest or the lowest percentile is kept.
        topn.rank.mode Whether the highest or the lowest rows are kept.
        topn.rank-dense.mode Whether the highest or the lowest rows are kept.
        topn.row-number.mode Whether the highest or the lowest rows are kept.
        folder.id The ID of the folder, unique in its element.
        folder.name The name of the folder.
        folder.items The IDs of the columns and folders in this folder.
        grouping.id The ID of the grouping, unique in its element.
        grouping.groupBy The IDs of the columns by which rows are grouped.
        grouping.calculations The IDs of the columns that are calculated per group.
        sort.columnId The ID of the column.
        sort.direction The direction of the sort.
        sort.nulls The position of null values.
        security.id The ID of the rule, unique in its element.
        security.criteria The people who can view the columns.
        security.restrictedColumns The IDs of the columns that the rule hides.
        criteria.kind The kind of criteria.
        criteria.specific-users-and-teams.assignments The users and teams who can view the columns.
        criteria.user-attribute.assignments The user attributes, with the value that lets people view the columns.
        assignment.type Whether the assignment is a user or a team.
        assignment.user.userId The ID of the member.
        assignment.team.teamId The ID of the team.
        attribute.userAttributeId The ID of the user attribute.
        attribute.value The value of the user attribute.
        target.source The source that contains the column.
        target.columnId The ID of the column. For a warehouse table, it is the column's name in the warehouse.
        parameter.kind The kind of target: data-model.
        parameter.dataModelId The UUID of the other data model.
        parameter.controlId The controlId of the control in the other data model.
        values.kind Whether the values come from a column (source) or are listed (manual).
        values.source.source The source that contains the column.
        values.source.columnId The ID of the column that supplies the values.
        values.source.displayColumnId The ID of the column that supplies the labels.
        values.manual.valueType The type of the values.
        values.manual.labels The label of each value, in the same order; null for a value without a label.
        *.description The description that people see in Sigma.
        *.connectionId The UUID of the connection.
        *.path The path of the table in the warehouse, for example ["DATABASE", "SCHEMA", "TABLE"].
        *.inodeId The ID of the uploaded CSV table.
        *.elementId The ID of the element.
        *.groupingId The ID of a grouping of that element. The rows then are the groups.
        *.format How values are shown.
        *.mode How the values are compared.
        *.value The value.
        *.values The values.
        *.low The lower value.
        *.high The upper value.
        *.step The distance between two values.
        *.min The smallest value.
        *.max The largest value.
        *.case Whether upper and lower case are different.
        *.includeNulls When rows with null are included.
        *.startDate The first date.
        *.endDate The last date.
        *.date The date.
        *.unit The unit of time.
        *.includeToday Whether today is included.
        *.rankingFunction The function that ranks the rows.
        *.rowCount The number of rows.
        *.percentile The percentile.
        """;

    /// <summary>The descriptions by row.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Read();

    /// <summary>Describes a key of a type; null for a key without a description.</summary>
    /// <param name="type">The name of the type, for example element.control.list.</param>
    /// <param name="key">The key.</param>
    public static string? Find(string type, string key)
    {
        for (var row = type; row.Length > 0; row = row.Substring(0, Math.Max(0, row.LastIndexOf('.'))))
        {
            if (All.TryGetValue(row + "." + key, out var text))
            {
                return text;
            }
        }

        return All.TryGetValue("*." + key, out var general) ? general : null;
    }

    private static Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Rows.Replace("\r", "").Split('\n'))
        {
            var space = line.IndexOf(' ');
            texts.Add(line.Substring(0, space), line.Substring(space + 1));
        }

        return texts;
    }
}
