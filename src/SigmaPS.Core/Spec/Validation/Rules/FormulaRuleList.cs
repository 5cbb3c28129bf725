using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The rules of formulas as users name them. docs/rules.md gives the reason for each severity.</summary>
internal static class FormulaRuleList
{
    public static IReadOnlyDictionary<FormulaRule, SpecRule> All { get; } = new Dictionary<FormulaRule, SpecRule>
    {
        [FormulaRule.Syntax] = Error(
            "formula-syntax",
            "A formula can be read: brackets, parentheses and quotes close, and no value or operator is missing."),
        [FormulaRule.ForeignFormula] = Error("foreign-formula", "A formula is written in Sigma's language."),
        [FormulaRule.BareName] = Error("bare-name", "A column is written in brackets and a text in quotes."),
        [FormulaRule.UnquotedUnit] = Error("unquoted-unit", "A unit such as \"day\" is written in quotes."),
        [FormulaRule.ForeignFunction] = Error("foreign-function", "A function is Sigma's and not another tool's."),
        [FormulaRule.ForeignArguments] = Error(
            "foreign-arguments",
            "A function has Sigma's arguments and not those of another tool's function of that name."),
        [FormulaRule.MisspelledFunction] = Error("misspelled-function", "A function's name is not one letter away from one of Sigma's."),
        [FormulaRule.InvalidFunctionName] = Error(
            "invalid-function-name",
            "A function's name has letters and digits and begins with a capital."),
        [FormulaRule.MissingArgument] = Error("missing-argument", "A function has the arguments that it needs."),
        [FormulaRule.MetricFunction] = Error("metric-function", "A metric has no window function and no Lookup or Rollup."),
        [FormulaRule.OverFunction] = Error("over-function", "A data model has no *Over function, such as SumOver."),
        [FormulaRule.ForeignUnit] = Error("foreign-unit", "A unit is Sigma's and not another tool's."),
        [FormulaRule.UnknownFunction] = Warning("unknown-function", "A function is in Sigma's list or in customFunctions."),
        [FormulaRule.WrongCase] = Warning("wrong-case", "A function's name has Sigma's capitals."),
        [FormulaRule.ExtraArgument] = Warning("extra-argument", "A function has no more arguments than the list gives it."),
        [FormulaRule.NotCall] = Warning("not-call", "Not has a blank before its parenthesis."),
        [FormulaRule.LiteralCall] = Warning("literal-call", "True and False have no parentheses."),
        [FormulaRule.MisplacedUnit] = Warning("misplaced-unit", "A unit is at its place among the arguments."),
        [FormulaRule.UnknownUnit] = Warning("unknown-unit", "A unit is one that the function lists."),
        [FormulaRule.NullComparison] = Warning("null-comparison", "A value is compared with Null by IsNull or IsNotNull."),
        [FormulaRule.TextAddition] = Warning("text-addition", "Texts are joined with & and not with +."),
        [FormulaRule.TypeMismatch] = Warning("type-mismatch", "A number is not compared with a text."),
        [FormulaRule.NumberCondition] = Warning("number-condition", "A condition is not a number."),
        [FormulaRule.MixedBranches] = Warning("mixed-branches", "The branches of If, Switch, Choose and Coalesce are of one type."),
        [FormulaRule.DatePattern] = Warning("date-pattern", "A date format is written as %Y-%m-%d."),
        [FormulaRule.SingleBackslash] = Warning("single-backslash", "A regular expression has two backslashes for one."),
        [FormulaRule.CountIfColumn] = Warning("countif-column", "CountIf has conditions and no column."),
        [FormulaRule.AggregatedMetric] = Warning("aggregated-metric", "A metric is not aggregated again."),
        [FormulaRule.RangeControl] = Warning("range-control", "A range control is used by its start and end."),
        [FormulaRule.QuotedColumn] = Warning("quoted-column", "A formula that is a column's name is written in brackets."),
        [FormulaRule.UnlistedOperator] = Warning("unlisted-operator", "An operator is in Sigma's list; <> is not."),
        [FormulaRule.PercentSign] = Warning("percent-sign", "A number has no percent sign."),
        [FormulaRule.LeadingEquals] = Warning("leading-equals", "A formula does not begin with an equals sign."),
        [FormulaRule.Comment] = Warning("formula-comment", "A formula has no comment."),
        [FormulaRule.SwappedContains] = new("swapped-contains", IssueSeverity.Hint, "Contains has the text to search first."),
    };

    /// <summary>Whether a rule finds formulas that Sigma cannot compute.</summary>
    public static bool Breaks(SpecRule rule) => rule == All[FormulaRule.Syntax] || rule == All[FormulaRule.ForeignFormula];

    private static SpecRule Error(string id, string summary) => new(id, IssueSeverity.Error, summary);

    private static SpecRule Warning(string id, string summary) => new(id, IssueSeverity.Warning, summary);
}
