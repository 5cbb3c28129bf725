using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One run of the checker over one formula, with the data that the checks share.</summary>
internal sealed class FormulaCheck
{
    private const int LongestQuote = 60;
    private static readonly IReadOnlyList<FormulaEdit> NoFix = Array.Empty<FormulaEdit>();
    private readonly List<FormulaFinding> _findings = new();
    private readonly FormulaFunction?[] _functions;
    private readonly bool[] _isLookedUp;
    private Dictionary<string, IReadOnlyList<string>>? _neighbors;
    private readonly List<FormulaNode> _calls = new();

    public FormulaCheck(FormulaTree tree, FormulaContext context)
    {
        Tree = tree;
        Context = context;
        _functions = new FormulaFunction?[tree.Tokens.Count];
        _isLookedUp = new bool[tree.Tokens.Count];
        foreach (var node in tree.Nodes)
        {
            if (node.Kind == FormulaNodeKind.Call)
            {
                _calls.Add(node);
            }
        }
    }

    public FormulaTree Tree { get; }

    /// <summary>The calls of functions, children before parents.</summary>
    public IReadOnlyList<FormulaNode> Calls => _calls;

    public FormulaContext Context { get; }

    public FunctionTable Table { get; } = FunctionTable.Current;

    /// <summary>Whether the text could not be read as a formula.</summary>
    public bool IsBroken { get; set; }

    public IReadOnlyList<FormulaFinding> Findings => _findings;

    public void Report(
        FormulaRule rule,
        int start,
        int end,
        string problem,
        string advice = "",
        string detail = "",
        IReadOnlyList<FormulaEdit>? fix = null) =>
        _findings.Add(new FormulaFinding(rule, start, end, problem, advice)
        {
            Detail = detail.Length > 0 ? detail : Quote(start, end),
            Fix = fix ?? NoFix,
        });

    /// <summary>The functions that one letter separates from a name, looked up once per name.</summary>
    public IReadOnlyList<string> NeighborsOf(string name)
    {
        _neighbors ??= new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!_neighbors.TryGetValue(name, out var found))
        {
            _neighbors.Add(name, found = Table.FindNeighbors(name));
        }

        return found;
    }

    /// <summary>The certain type of a node.</summary>
    public FormulaType TypeOf(FormulaNode node) => FormulaTypes.Of(this, node);

    /// <summary>The function of a call; null for a name that the table does not have in any case.</summary>
    public FormulaFunction? FunctionOf(FormulaNode call)
    {
        if (call.Kind != FormulaNodeKind.Call)
        {
            return null;
        }

        if (!_isLookedUp[call.Token])
        {
            _isLookedUp[call.Token] = true;
            _functions[call.Token] = Table.FindInAnyCase(Tree.TextOf(call.Token));
        }

        return _functions[call.Token];
    }

    /// <summary>The text between the quotes of a literal, as it is written.</summary>
    public string Unquoted(FormulaNode text) =>
        text.End - text.Start < 2 ? "" : Tree.Text.Substring(text.Start + 1, text.End - text.Start - 2);

    /// <summary>The reference of a node.</summary>
    public FormulaReference ReferenceOf(FormulaNode node) =>
        Tree.ReferenceAt(node.Start) ?? FormulaReferences.Read(Tree.Text, Tree.Tokens[node.Token]);

    /// <summary>A part of the formula for a message.</summary>
    public string Quote(int start, int end) =>
        end - start <= LongestQuote ? Tree.Text.Substring(start, end - start) : Tree.Text.Substring(start, LongestQuote) + "…";

    public string Quote(FormulaNode node) => Quote(node.Start, node.End);
}
