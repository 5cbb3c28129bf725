using System.Linq;
using static SigmaPS.Sandbox.Shape;

namespace SigmaPS.Sandbox;

/// <summary>The shapes of filters, and of the controls with the same fields (spec.md section 8).</summary>
internal static class FilterShapes
{
    public static Shape IncludeNulls { get; } = Words("always", "never", "when-no-value-is-selected");

    public static Shape IncludeExclude { get; } = Words("include", "exclude");

    public static Shape TextMode { get; } =
        Words(
            "equals",
            "does-not-equal",
            "contains",
            "does-not-contain",
            "starts-with",
            "does-not-start-with",
            "ends-with",
            "does-not-end-with",
            "like",
            "not-like",
            "matches-regexp",
            "does-not-match-regexp");

    public static Shape TextCase { get; } = Words("sensitive", "insensitive");

    private static readonly Shape Unit = Words(
        "year",
        "quarter",
        "month",
        "week-starting-sunday",
        "week-starting-monday",
        "day",
        "hour",
        "minute");

    private static readonly Shape Relative = new Fields()
        .Must("op", Words("now-minus", "now-plus"))
        .Must("unit", Unit)
        .Must("value", Number);

    public static Shape DateOrRelative { get; } = Any(Text, Relative);

    /// <summary>The eight modes of a date range.</summary>
    public static Fields[] DateRange { get; } =
    [
        Mode("between").Must("startDate", Text).Must("endDate", Text),
        Mode("between"),
        Mode("on").Must("date", Text),
        Mode("before").Must("date", Text),
        Mode("after").Must("date", Text),
        Mode("next").Must("value", Number).Must("unit", Unit).Must("includeToday", Flag),
        Mode("last").Must("value", Number).Must("unit", Unit).Must("includeToday", Flag),
        Mode("current").Must("unit", Unit),
        Mode("custom").Must("startDate", DateOrRelative).Must("endDate", DateOrRelative),
        Mode("custom").Must("startDate", Relative),
        Mode("custom").Must("endDate", Relative),
    ];

    public static Fields[] TopN { get; } =
    [
        Mode("top-n", "bottom-n")
            .Must("rankingFunction", Words("rank", "rank-dense", "row-number"))
            .May("rowCount", Number)
            .May("includeNulls", IncludeNulls),
        Mode("top-percentile", "bottom-percentile")
            .Must("rankingFunction", Words("rank-percentile", "cume-dist"))
            .May("percentile", Number)
            .May("includeNulls", IncludeNulls),
    ];

    /// <summary>Any filter of a table.</summary>
    public static Shape Filter { get; } = Any(
    [
        Of("list").May("mode", IncludeExclude).May("values", Values()),
        Of("text-match").Must("mode", TextMode).May("value", Text).May("case", TextCase).May("includeNulls", IncludeNulls),
        Of("number-range").May("min", Number).May("max", Number).May("includeNulls", IncludeNulls),
        Of("hierarchy").May("mode", IncludeExclude).May("values", List(List(Text))),
        .. DateRange.Select(range => Of("date-range").May("includeNulls", IncludeNulls).And(range)),
        .. TopN.Select(top => Of("top-n").And(top)),
    ]);

    private static Fields Mode(params string[] modes) => new Fields().Must("mode", Words(modes));

    private static Fields Of(string kind) =>
        new Fields().Must("id", Text).Must("columnId", Text).Must("kind", Words(kind)).May("state", Words("enabled", "disabled"));
}
