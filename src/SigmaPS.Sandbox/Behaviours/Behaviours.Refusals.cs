using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>The service's own messages (sigma-api.md section 3.2).</summary>
    private static IEnumerable<Behaviour> Refusals() =>
        [
            new(
                "says-schema-version",
                "sigma-api.md 3.2",
                "A missing schemaVersion is {\"summary\": \"schemaVersion: Invalid 1: undefined\"}."),
            new("says-pages", "sigma-api.md 3.2", "Missing pages are \"pages: Invalid array: undefined\"."),
            new("says-wrapped", "sigma-api.md 3.2", "A workbook's wrapping is \"Syntax error in data model spec\"."),
            new("says-statement", "sigma-api.md 3.2", "The key sql for statement is \"source.statement: Invalid string: undefined\"."),
            new("says-formula", "sigma-api.md 3.2", "A column without formula is named with its path."),
            new("says-kind", "sigma-api.md 3.2", "A part of a wrong shape inside an element is \"Invalid kind\" with the element's path."),
            new("says-filter", "sigma-api.md 3.2", "A filter of a wrong shape is \"Invalid value\" with its path."),
            new(
                "says-dependency",
                "sigma-api.md 3.2",
                "When asked to refuse it, an unresolved formula is \"dependency not found\" with the path in lower case."),
            new("says-join-key", "sigma-api.md 3.2", "A join key that its side does not have is \"Column reference not found\"."),
            new("says-grouping", "sigma-api.md 3.2", "groupingId base in a POST is \"Grouping not found: 'base'\"."),
            new("says-element", "sigma-api.md 3.2", "An elementId that does not resolve is \"Element X not found in data model\"."),
            new("says-parameter", "sigma-api.md 3.2", "The error for a control parameter that does not resolve names its target."),
            new(
                "says-control-id",
                "sigma-api.md 3.2",
                "A new controlId with other than letters, digits, _ and - is \"Invalid id format\"; old ones with dots pass."),
            new(
                "says-column-reference",
                "sigma-api.md 3.2; choice of cause",
                "A filter, sort, grouping, key or security on no column is \"Invalid column reference\"."),
            new("says-element-id", "sigma-api.md 3.2; choice of cause", "A duplicate element ID is \"Invalid element ID\"."),
            new("csv-belongs", "spec.md 4", "A CSV table of another document is refused."),
        ];
}
