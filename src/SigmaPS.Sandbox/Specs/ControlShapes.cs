using System.Collections.Generic;
using System.Linq;
using static SigmaPS.Sandbox.FilterShapes;
using static SigmaPS.Sandbox.Shape;

namespace SigmaPS.Sandbox;

/// <summary>The shapes of the fourteen types of controls (spec.md section 3.2).</summary>
internal static class ControlShapes
{
    private static readonly Shape Compare = Words("<=", "=", ">=");

    private static readonly Shape Target = Any(SourceShapes.Table, SourceShapes.WarehouseTable, SourceShapes.DataModel);

    private static readonly Shape Parameter = new Fields()
        .Must("kind", Words("data-model"))
        .Must("dataModelId", Text)
        .Must("controlId", Text);

    private static readonly Fields Common = new Fields()
        .Must("kind", Words("control"))
        .Must("id", Text)
        .Must("controlId", Text)
        .Must("controlType", Text)
        .May("name", Text)
        .May("filters", List(new Fields().Must("source", Target).Must("columnId", Text)))
        .May("parameters", List(Parameter));

    private static readonly Shape ValueSource = Any(
        new Fields().Must("kind", Words("source")).Must("source", Target).Must("columnId", Text).May("displayColumnId", Text),
        new Fields().Must("kind", Words("manual")).Must("valueType", Words("text", "number", "date", "boolean")).May("values", Values())
            .May("labels", List(TextOrNull)));

    private static readonly Fields Range = Common.May("min", Number).May("max", Number).May("includeNulls", IncludeNulls);

    private static readonly Fields Scale = new Fields().May("low", Number).May("high", Number).May("step", Number);

    private static readonly Fields OnOff = Common.Must("mode", Words("True/False", "True/All")).May("value", Flag);

    private static readonly Fields ListCommon = Common.May("mode", IncludeExclude).May("source", ValueSource);

    /// <summary>Each type by its name.</summary>
    public static IReadOnlyDictionary<string, Shape> ByType { get; } =
        new Dictionary<string, Shape>
        {
            ["list"] = Any(
                ListCommon.Must("selectionMode", Words("single")).May("value", Single),
                ListCommon.May("selectionMode", Words("multiple")).May("values", Values())),
            ["segmented"] = Common.May("source", ValueSource).May("value", Single).May("clearLabel", Text).May("showClearLabel", Flag),
            ["hierarchy"] = Common
                .May("source", new Fields().Must("source", SourceShapes.Table).Must("columnId", Text))
                .May("mode", IncludeExclude)
                .May("values", List(List(Text))),
            ["text"] = Common
                .Must("mode", TextMode)
                .May("value", Text)
                .May("case", TextCase)
                .May("includeNulls", IncludeNulls)
                .May("showOperators", Flag),
            ["text-area"] = Common.May("value", Text),
            ["number"] = Common.Must("mode", Compare).May("value", Number).May("includeNulls", IncludeNulls),
            ["number-range"] = Range,
            ["date"] = Common.Must("mode", Compare).May("value", DateOrRelative).May("includeNulls", IncludeNulls),
            ["date-range"] = Any([.. DateRange.Select(range => Common.May("includeNulls", IncludeNulls).And(range))]),
            ["slider"] = Common.Must("mode", Compare).May("value", Number).May("includeNulls", IncludeNulls).And(Scale),
            ["range-slider"] = Range.And(Scale),
            ["checkbox"] = OnOff,
            ["switch"] = OnOff,
            ["top-n"] = Any([.. TopN.Select(top => Common.And(top))]),
        };
}
