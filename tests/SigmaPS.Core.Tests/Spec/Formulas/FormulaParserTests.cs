using System.Linq;
using FsCheck.Xunit;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Formulas;

public sealed class FormulaParserTests
{
    private static readonly string[] Pieces =
    [
        "[", "]", "(", ")", "{", "}", ",", ";", ":", ".", "\"", "'", "\\", "/", "//", "/*", "*/", "${", "{{", "}}", "{%", "%",
        "+", "-", "*", "=", "==", "<>",
        "!", "!=", "&&", "||", "::", ":=", "^", "&", " ", "\n", "“", "”", "not", "and", "or", "Null", "true",
        "Sum", "[a]", "[T/b c]", "1", "2.5e-3", ".5", "x", "é", "数", "\ud83d", "#", "$",
        "`", "CASE", "\\]", "[0]", "\u00a0",
    ];

    [Property(MaxTest = 2000)]
    public void Any_text_is_read_and_written_back_letter_by_letter(int[] picks)
    {
        string text = string.Concat(picks.Select(pick => Pieces[(int)((uint)pick % Pieces.Length)]));

        FormulaTree tree = FormulaParser.Parse(text);

        Assert.Equal(text, tree.Write());
        Assert.All(tree.Nodes, node => Assert.InRange(node.Start, 0, node.End));
        Assert.All(tree.Problems, problem => Assert.InRange(problem.End, problem.Start, text.Length));
        Assert.All(FormulaChecker.Check(tree, FormulaContext.Metric), finding => Assert.InRange(finding.End, finding.Start, text.Length));
    }

    [Property(MaxTest = 1000)]
    public void Any_characters_are_read_and_written_back(string? text) => Assert.Equal(text ?? "", FormulaParser.Parse(text ?? "").Write());

    [Theory]
    [InlineData("(", ")", "1")]
    [InlineData("If(", ")", "1")]
    [InlineData("-", "", "1")]
    [InlineData("not ", "", "[a]")]
    [InlineData("{a: ", "}", "1")]
    [InlineData("Sum(", "", "1")]
    [InlineData("", ")", "1")]
    [InlineData("[a][1 + ", "]", "1")]
    [InlineData("[", "", "")]
    [InlineData("[a][[", "", "")]
    [InlineData("\"", "", "")]
    [InlineData("{{", "", "")]
    [InlineData("1 + ", "", "1")]
    [InlineData("Day ", "", "1")]
    [InlineData("/*", "", "1")]
    [InlineData("Foo(", ",)", "1")]
    [InlineData("a.", "b", "c")]
    [InlineData("a.b(", ")", "c")]
    public void Depth_does_not_matter(string open, string close, string inner)
    {
        // 13 bytes of the stack for each level are less than a call needs.
        const int depth = 20_000;
        string text = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

        SmallStack.Run(256 * 1024, () =>
        {
            FormulaTree tree = FormulaParser.Parse(text);

            Assert.Equal(text.Length, tree.Write().Length);
            _ = FormulaChecker.Check(tree, FormulaContext.Column);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("1")]
    [InlineData("5.07E10 * -[Count of Days]")]
    [InlineData("2 ^ -3 % 2")]
    [InlineData("Not (IsNull([a])) and not [b] or [c]")]
    [InlineData("NOT IsNull([a]) AND TRUE OR null = [x]")]
    [InlineData("x and(y)")]
    [InlineData("{ key: 1, \"other\": [a], nested: { a: Null } }")]
    [InlineData("{}")]
    [InlineData("Array(1, 2)[0]")]
    [InlineData("[Payload].users[0].email")]
    [InlineData("[Payload][\"users\"][0]")]
    [InlineData("[A][[Index] - 1]")]
    [InlineData("RPad ([a], 3)")]
    [InlineData("Json('[1, \"a\"]')")]
    [InlineData("Concat(\"a\\\"b\", \"c\"\"d\")")]
    [InlineData("[Date].start >= [x] or [Num].max < 3")]
    [InlineData("DateTrunc(`year`, [Date])")]
    [InlineData("[a] /* why */ + 1 // end")]
    [InlineData("If([a] = 1,\n   \"x\",\r\n\t\"y\")")]
    public void Right_formula_has_no_problem(string formula) => Assert.Empty(FormulaParser.Parse(formula).Problems);

    [Theory]
    [InlineData("Sum([a]", FormulaProblemKind.Unclosed, 3)]
    [InlineData("Sum([a]))", FormulaProblemKind.Unopened, 8)]
    [InlineData("If([a], , 1)", FormulaProblemKind.EmptyArgument, 8)]
    [InlineData("If([a],)", FormulaProblemKind.EmptyArgument, 7)]
    [InlineData("[a] +", FormulaProblemKind.MissingOperand, 5)]
    [InlineData("* 2", FormulaProblemKind.MissingOperand, 0)]
    [InlineData("()", FormulaProblemKind.MissingOperand, 1)]
    [InlineData("[a] [b]", FormulaProblemKind.MissingOperator, 4)]
    [InlineData("[A][B]", FormulaProblemKind.MissingOperator, 3)]
    [InlineData("[a], [b]", FormulaProblemKind.UnexpectedComma, 3)]
    [InlineData("If([a]; 1)", FormulaProblemKind.Semicolon, 6)]
    [InlineData("[a] : 1", FormulaProblemKind.UnexpectedColon, 4)]
    [InlineData("\"open", FormulaProblemKind.UnclosedText, 0)]
    [InlineData("1 + [open", FormulaProblemKind.UnclosedReference, 4)]
    [InlineData("{a: 1", FormulaProblemKind.Unclosed, 0)]
    [InlineData("([a]}", FormulaProblemKind.Unopened, 4)]
    [InlineData("([a)", FormulaProblemKind.UnclosedReference, 1)]
    [InlineData("#2024-01-31#", FormulaProblemKind.UnexpectedCharacter, 0)]
    [InlineData("[a] .b", FormulaProblemKind.BlankBeforeDot, 3)]
    [InlineData("[a]. b", FormulaProblemKind.UnexpectedDot, 3)]
    [InlineData("“a”", FormulaProblemKind.CurlyQuotes, 0)]
    [InlineData("// nothing", FormulaProblemKind.OnlyComment, 0)]
    public void Problem_has_its_place(string formula, FormulaProblemKind kind, int start)
    {
        FormulaProblem problem = FormulaParser.Parse(formula).Problems[0];
        Assert.Equal((kind, start), (problem.Kind, problem.Start));
    }

    [Theory]
    [InlineData("1 + 2 * 3", "(1 + (2 * 3))")]
    [InlineData("1 - 2 - 3", "((1 - 2) - 3)")]
    [InlineData("-1 ^ 2", "((-1) ^ 2)")]
    [InlineData("[a] = 1 and [b] = 2 or [c]", "((([a] = 1) and ([b] = 2)) or [c])")]
    [InlineData("not [a] = 1 and [b]", "((not([a] = 1)) and [b])")]
    [InlineData("1 + 2 & \"a\" = \"3a\"", "(((1 + 2) & \"a\") = \"3a\")")]
    [InlineData("2 * -3", "(2 * (-3))")]
    public void Operators_bind_as_the_sheet_assumes(string formula, string shown)
    {
        FormulaTree tree = FormulaParser.Parse(formula);
        Assert.Equal(shown, Show(tree, tree.Root!));
    }

    [SharedFact("sigma-functions.json")]
    public void Every_right_form_of_the_sheet_can_be_read()
    {
        string[] bad = [.. SharedFunctions.RightForms().Where(form => FormulaParser.Parse(form).Problems.Count > 0)];
        Assert.Empty(bad);
    }

    private static string Show(FormulaTree tree, FormulaNode node) => node.Kind switch
    {
        FormulaNodeKind.Binary => $"({Show(tree, node.Children[0])} {tree.TextOf(node.Token)} {Show(tree, node.Children[1])})",
        FormulaNodeKind.Unary => $"({tree.TextOf(node.Token)}{Show(tree, node.Children[0])})",
        _ => tree.TextOf(node),
    };
}
