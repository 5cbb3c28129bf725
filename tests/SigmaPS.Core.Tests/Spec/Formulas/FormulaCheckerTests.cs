using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Formulas;

public sealed class FormulaCheckerTests
{
    private const double Found = 0.99;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static TheoryData<int, string, FormulaRule, string> Wrong
    {
        get
        {
            TheoryData<int, string, FormulaRule, string> rows = [];
            foreach (var (row, formula, rule, token) in WrongFormulas.Rows)
            {
                rows.Add(row, formula, rule, token);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_form_is_found_with_its_right_form(int row, string formula, FormulaRule rule, string token)
    {
        IReadOnlyList<FormulaFinding> findings = Check(formula);
        FormulaFinding? finding = findings.FirstOrDefault(f => f.Rule == rule && (f.Problem + " " + f.Advice).Contains(token));
        Assert.True(finding is not null, $"row {row}, {token}: {string.Join("; ", findings.Select(f => $"{f.Rule} {f.Problem}"))}");
        Assert.InRange(finding.End, finding.Start, formula.Length);
    }

    [Theory]
    [InlineData("Concat([a], [b])")]
    [InlineData("Power([a], 2)")]
    [InlineData("Mod([a], 2)")]
    [InlineData("[a] = 'text'")]
    [InlineData("If([a], 1, If([b], 2, 3))")]
    [InlineData("If([a] = true, null, FALSE)")]
    [InlineData("Not (Contains([x], \"a\"))")]
    [InlineData("not [x]")]
    [InlineData("[a] and not IsNull([b])")]
    [InlineData("RPad ([a], 3)")]
    [InlineData("JSON([a])")]
    [InlineData("Text([Payload].users[0].email)")]
    [InlineData("Array(1, 2)[0]")]
    [InlineData("DateTrunc([unit-control], [d])")]
    [InlineData("RegexpMatch([s], \"\\\\d+\\n\")")]
    [InlineData("DateFormat([d], \"%Y-%m\")")]
    [InlineData("DateParse([s], \"%d.%m.%Y\")")]
    [InlineData("CumulativeSum(Sum([x]))")]
    [InlineData("Lag([x])")]
    [InlineData("Lookup([T/v], [k], [T/k], [k2], [T/k2])")]
    [InlineData("RankDense([m], \"desc\", [p])")]
    [InlineData("BusinessDays([a], [b], [c])")]
    [InlineData("CallVariant(\"F\", 1, 2, 3)")]
    [InlineData("CountIf([Is Open], [x] > 1) + 0", FormulaType.Logical)]
    [InlineData("Switch([a], 1, \"x\", 2, \"y\", \"z\")")]
    [InlineData("Contains([a], \"x\")")]
    [InlineData("\"USD\"")]
    [InlineData("")]
    [InlineData("'it is'")]
    [InlineData("[it's] & [\"quoted\"]")]
    public void Right_form_is_not_flagged(string formula, FormulaType type = FormulaType.Unknown) =>
        Assert.Empty(FormulaChecker.Check(
            FormulaParser.Parse(formula),
            new FormulaContext { Describe = _ => new ReferenceFacts { Type = type } }).Select(f => $"{f.Rule}: {f.Problem}"));

    [Theory]
    [InlineData("CumulativeSum([x])", FormulaRule.MetricFunction)]
    [InlineData("Lookup([a], [b], [c])", FormulaRule.MetricFunction)]
    [InlineData("Sum([a]) / Rollup(Sum([a]), [b], [c])", FormulaRule.MetricFunction)]
    public void Metric_cannot_have_window_and_join_functions(string formula, FormulaRule rule)
    {
        Assert.Contains(rule, FormulaChecker.Check(FormulaParser.Parse(formula), FormulaContext.Metric).Select(f => f.Rule));
        Assert.Empty(Check(formula));
    }

    [Fact]
    public void Custom_functions_are_known()
    {
        FormulaContext context = new() { CustomFunctions = ["Margin", "IsIn", "Summ"] };
        Assert.Empty(FormulaChecker.Check(FormulaParser.Parse("Margin(IsIn([a], 1)) + Summ([x])"), context));
        Assert.Equal(FormulaRule.UnknownFunction, Check("Margin([a])").Single().Rule);
    }

    [Fact]
    public void One_letter_slips_of_every_function_are_found()
    {
        IEnumerable<string> all = FunctionTable.Current.Functions.Keys.SelectMany(Slips).Distinct();
        List<string> slips = [.. all.Where(name => name.Length > 0 && !char.IsDigit(name[0]))];
        int found = slips.Count(name => Check(name + "([x])").Any(f => f.Detail == name
            || f.Rule is FormulaRule.NotCall or FormulaRule.LiteralCall));
        Assert.True(found >= slips.Count * Found, $"{found} of {slips.Count}");
    }

    [Theory]
    [InlineData("SUM([x])", "Sum([x])")]
    [InlineData("COUNTD([x]) + nvl([a], 0)", "CountDistinct([x]) + Coalesce([a], 0)")]
    [InlineData("Summ([x])", "Sum([x])")]
    [InlineData("DateDiff([a], [b], \"day\")", "DateDiff(\"day\", [a], [b])")]
    [InlineData("DateAdd([d], 1, \"day\")", "DateAdd(\"day\", 1, [d])")]
    [InlineData("DateAdd( -1 , [d],\"day\")", "DateAdd( \"day\" , -1,[d])")]
    [InlineData("DateTrunc([d], \"month\")", "DateTrunc(\"month\", [d])")]
    [InlineData("DateTrunc(month, [d])", "DateTrunc(\"month\", [d])")]
    [InlineData("And([a] or [b], [c])", "(([a] or [b]) and [c])")]
    [InlineData("Or([a], [b], [c])", "([a] or [b] or [c])")]
    [InlineData("[a] == 1 and [b] == 2", "[a] = 1 and [b] = 2")]
    [InlineData("[a] = Null", "IsNull([a])")]
    [InlineData("Null != [a]", "IsNotNull([a])")]
    [InlineData("[a] <> 1", "[a] != 1")]
    [InlineData("If([a]; 1; 2)", "If([a], 1, 2)")]
    [InlineData("Not([a])", "Not ([a])")]
    [InlineData("TRUE()", "True")]
    [InlineData("[Name] + \" text\" + \"x\"", "[Name] & \" text\" & \"x\"")]
    [InlineData("CURRENT_DATE", "Today()")]
    [InlineData("RegexpMatch([s], \"\\d+\\\\w\\n\")", "RegexpMatch([s], \"\\\\d+\\\\w\\n\")")]
    [InlineData("DateFormat([d], \"yyyy-MM-dd HH:mm\")", "DateFormat([d], \"%Y-%m-%d %H:%M\")")]
    [InlineData("[a] = “x”", "[a] = \"x\"")]
    [InlineData("=Sum([x])", "Sum([x])")]
    [InlineData("{{my-control}}", "[my-control]")]
    [InlineData("[Col] .field", "[Col].field")]
    [InlineData("DATE(2024, 1, 31)", "MakeDate(2024, 1, 31)")]
    public void Fix_gives_the_right_form(string formula, string expected)
    {
        string fixedFormula = formula;
        for (int i = 0; i < 3; i++)
        {
            fixedFormula = FormulaEdit.Apply(fixedFormula, Check(fixedFormula).SelectMany(f => f.Fix));
        }

        Assert.Equal(expected, fixedFormula);
        Assert.DoesNotContain(Check(fixedFormula), f => f.Fix.Count > 0);
    }

    [Theory]
    [InlineData("SumX([T], [a])")]
    [InlineData("Case([a], 1)")]
    [InlineData("DateFormat([d], \"yyyy-mm-dd\")")]
    [InlineData("Sun([x])")]
    public void Form_that_is_not_certain_has_no_fix(string formula) => Assert.All(Check(formula), f => Assert.Empty(f.Fix));

    [Fact]
    public void Types_are_used_for_the_traps_only()
    {
        Dictionary<string, FormulaType> types = new() { ["Year"] = FormulaType.Number, ["Zip"] = FormulaType.Text };
        FormulaContext context = new() { Describe = r => new ReferenceFacts { Type = types.GetValueOrDefault(r.Name) } };
        Assert.Equal(FormulaRule.TypeMismatch, Single("[Year] = \"2014\""));
        Assert.Equal(FormulaRule.TypeMismatch, Single("[Zip] = 94105"));
        Assert.Equal(FormulaRule.NumberCondition, Single("If([Year], 1, 0)"));
        Assert.Equal(FormulaRule.TypeMismatch, Single("Text([Year]) = 2014"));
        Assert.Empty(FormulaChecker.Check(
            FormulaParser.Parse("[Other] = \"2014\" and If([Other], True) and Sum([Zip]) > 1 and Len([Year]) = 4"),
            context));

        FormulaRule Single(string formula) => FormulaChecker.Check(FormulaParser.Parse(formula), context).Single().Rule;
    }

    [SharedFact("corpus")]
    public void Corpus_has_no_formula_error()
    {
        string[] mild = [nameof(FormulaRule.WrongCase), nameof(FormulaRule.UnknownUnit)];
        IEnumerable<string> errors = from file in Directory.EnumerateFiles(SharedFactAttribute.PathOf("corpus")!, "*.json")
                                     from formula in Formulas(JsonNode.Parse(File.ReadAllText(file)))
                                     from finding in Check(formula)
                                     where !mild.Contains(finding.Rule.ToString())
                                     select $"{Path.GetFileName(file)}: {formula}: {finding.Rule}: {finding.Problem}";
        Assert.Empty(errors);
    }

    private static IReadOnlyList<FormulaFinding> Check(string formula) =>
        FormulaChecker.Check(FormulaParser.Parse(formula), FormulaContext.Column);

    private static IEnumerable<string> Formulas(JsonNode? node) => node switch
    {
        JsonObject o =>
            o.SelectMany(member => member.Key == "formula"
                && member.Value is JsonValue ? [member.Value.GetValue<string>()] : Formulas(member.Value)),
        JsonArray items => items.SelectMany(Formulas),
        _ => [],
    };

    private static IEnumerable<string> Slips(string name)
    {
        for (int i = 0; i <= name.Length; i++)
        {
            foreach (char letter in Letters)
            {
                yield return name[..i] + letter + name[i..];
                if (i < name.Length && char.ToLowerInvariant(name[i]) != letter)
                {
                    yield return name[..i] + letter + name[(i + 1)..];
                }
            }

            if (i < name.Length)
            {
                yield return name[..i] + name[(i + 1)..];
            }

            if (i + 1 < name.Length && name[i] != name[i + 1])
            {
                yield return name[..i] + name[i + 1] + name[i] + name[(i + 2)..];
            }
        }
    }
}
