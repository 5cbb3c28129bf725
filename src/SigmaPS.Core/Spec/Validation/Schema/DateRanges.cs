using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Checks rules of date ranges that the schema table cannot express: between needs both dates or none, custom one.</summary>
internal static class DateRanges
{
    public static void Check(JsonObject o, SchemaType type, IssueCollector sink)
    {
        var branch = type.Name;
        var (start, end) = (o.Has("startDate"), o.Has("endDate"));
        if (branch == "daterange.between" && start != end)
        {
            var missing = start ? "endDate" : "startDate";
            sink.Report(
                SchemaValidator.MissingKey,
                o,
                $"a date-range in mode 'between' needs '{missing}'",
                $"Add \"{missing}\", or remove both dates.",
                missing);
        }
        else if (branch == "daterange.custom" && !start && !end)
        {
            sink.Report(
                SchemaValidator.MissingKey,
                o,
                "a date-range in mode 'custom' needs 'startDate' or 'endDate'",
                "Add one of them: a date as text, or an object such as { \"op\": \"now-minus\", \"unit\": \"day\", \"value\": 7 }.",
                "startDate");
        }
        else if (branch == "daterange.custom" && start != end && o[start ? "startDate" : "endDate"] is JsonString)
        {
            var missing = start ? "endDate" : "startDate";
            sink.Report(
                SchemaValidator.MissingKey,
                o,
                $"a date-range in mode 'custom' with one fixed date needs '{missing}'",
                $"Add \"{missing}\", or write the one date relative to now.",
                missing);
        }
    }
}
