using static SigmaPS.Sandbox.Shape;

namespace SigmaPS.Sandbox;

/// <summary>The shape of a table element without its source (spec.md sections 3.1, 5 to 10).</summary>
internal static class TableShape
{
    private static readonly Shape Format = Any(
        new Fields()
            .Must("kind", Words("number"))
            .May("formatString", Text)
            .May("prefix", Text)
            .May("suffix", Text)
            .May("displayNullAs", Text)
            .May("decimalSymbol", Text)
            .May("digitGroupingSymbol", Text)
            .May("digitGroupingSize", List(Number))
            .May("currencySymbol", Text),
        new Fields().Must("kind", Words("datetime")).May("formatString", Text));

    // The list has the week names of the official skill and those of the schema (spec.md section 6).
    private static readonly Shape Unit = Words(
        "year", "quarter", "month", "week", "week-starting-sunday", "week-starting-monday", "day", "hour", "minute", "second");

    private static readonly Shape Timeline = new Fields().Must("dateColumnId", Text).May("truncation", Unit)
        .May("comparison", new Fields().Must("comparisonPeriod", Unit).May("direction", Words("higher-is-better", "lower-is-better")));

    private static readonly Fields Column = new Fields()
        .Must("id", Text)
        .Must("formula", Text)
        .May("name", Text)
        .May("description", Text)
        .May("format", Format);

    private static readonly Shape Relationship = new Fields()
        .Must("id", Text)
        .Must("targetElementId", Text)
        .Must("keys", List(new Fields().Must("sourceColumnId", Text).Must("targetColumnId", Text)))
        .May("name", Text)
        .May("description", Text);

    private static readonly Shape Criteria = Any(
        new Fields().Must("kind", Words("no-one-can-view")),
        new Fields()
            .Must("kind", Words("specific-users-and-teams"))
            .Must(
                "assignments",
                List(
                    Any(
                        new Fields().Must("type", Words("user")).Must("userId", Text),
                        new Fields().Must("type", Words("team")).Must("teamId", Text)))),
        new Fields()
            .Must("kind", Words("user-attribute"))
            .Must("assignments", List(new Fields().Must("userAttributeId", Text).Must("value", Text))));

    public static Shape Table { get; } =
        new Fields()
            .Must("id", Text)
            .Must("kind", Words("table"))
            .Must("source", new Fields())
            .Must("columns", List(Column.May("hidden", Flag)))
            .May("name", Text)
            .May("description", Text)
            .May("metrics", List(Column.May("isHighlighted", Flag).May("timeline", Timeline)))
            .May("relationships", List(Relationship))
            .May("filters", List(FilterShapes.Filter))
            .May("folders", List(new Fields().Must("id", Text).Must("name", Text).May("items", List(Text))))
            .May("groupings", List(new Fields().Must("id", Text).May("groupBy", List(Text)).May("calculations", List(Text))))
            .May("summary", List(Text))
            .May("order", List(Text))
            .May("visibleAsSource", Flag)
            .May(
                "sort",
                List(
                    new Fields()
                        .Must("columnId", Text)
                        .Must("direction", Words("ascending", "descending"))
                        .May("nulls", Words("first", "last", "connection-default"))))
            .May("columnSecurities", List(new Fields().Must("id", Text).Must("restrictedColumns", List(Text)).Must("criteria", Criteria)));
}
