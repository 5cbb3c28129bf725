using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>The types that Sigma lists for live columns decide only the traps that are about types.</summary>
public sealed class LiveTypeTests
{
    private const string Id = "467bc369-5db7-4963-8172-b24a49dbc75b";

    // The silent traps of the function sheet: a number compared with a text, a text that is added, a condition that is a number, CountIf
    // over a column.
    private static readonly string[] Traps = ["type-mismatch", "text-addition", "number-condition", "countif-column"];

    private static readonly string[] Formulas =
    [
        "[A] = \"1\"",
        "[A] = 1",
        "[A] + 1",
        "[A] & \"x\"",
        "If([A], 1, 2)",
        "If([A] = 1, [A], \"x\")",
        "CountIf([A], [A] > 1)",
        "Sum([A])",
        "Upper([A])",
        "DateTrunc(\"day\", [A])",
        "Coalesce([A], 0)",
        "Coalesce([A], \"\")",
        "Switch([A], 1, \"a\", 2, \"b\")",
        "not [A]",
        "[A] and [A]",
        "-[A]",
        "Round([A], 2)",
        "Contains([A], \"x\")",
        "DateAdd(\"day\", [A], [A])",
        "In([A], 1, 2)",
        "Between([A], \"a\", \"b\")",
        "[A].start",
        "[A][0]",
    ];

    // The rows of a formula differ only in the live type.
    private static readonly ConcurrentDictionary<string, HashSet<string>> Offline = new(StringComparer.Ordinal);

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string type in new[] { "number", "text", "boolean", "datetime", "variant", "error", "" })
            {
                foreach (
                    string formula in Formulas
                        .Concat(WrongFormulas.Rows.Select(row => row.Formula.Replace("[x]", "[A]").Replace("[a]", "[A]")))
                        .Distinct())
                {
                    cases.Add(type, formula);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Live_types_decide_only_the_traps_of_types(string type, string formula)
    {
        HashSet<string> offline = Offline.GetOrAdd(formula, text => Rules(text, null));
        HashSet<string> online = Rules(formula, type);
        Assert.Empty(online.Except(offline).Concat(offline.Except(online)).Except(Traps));
    }

    [Theory]
    [InlineData("number", "[A] = \"1\"", "type-mismatch")]
    [InlineData("text", "[A] = 1", "type-mismatch")]
    [InlineData("text", "[A] + 1", "text-addition")]
    [InlineData("number", "If([A], 1, 2)", "number-condition")]
    public void Live_type_finds_the_trap(string type, string formula, string rule)
    {
        Assert.DoesNotContain(rule, Rules(formula, null));
        Assert.Contains(rule, Rules(formula, type));
    }

    [Fact]
    public void Live_type_counts_while_the_formula_is_the_live_one() =>
        Assert.DoesNotContain("type-mismatch", Rules("[A] = \"1\"", "number", live: "[ORDERS/B]"));

    private static HashSet<string> Rules(string formula, string? type, string live = "[ORDERS/A]")
    {
        string text =
            $$"""{"dataModelId":"{{Id}}","name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"T","source":{"kind":"warehouse-table","connectionId":"c","path":["D","ORDERS"]},"columns":[{"id":"a","formula":"[ORDERS/A]","name":"A"},{"id":"b","name":"B","formula":{{JsonSerializer.Serialize(formula)}}}]}]}]}""";
        OnlineFacts? facts = null;
        if (type is not null)
        {
            facts = new OnlineFacts();
            facts.Columns[Id] = new Dictionary<(string Element, string Column), LiveColumn> { [("e", "a")] = new LiveColumn(live, type) };
        }

        return [.. ParsedSpec.Parse(text, SpecFormat.Json).Validate(null, facts).Select(issue => issue.RuleId)];
    }
}
