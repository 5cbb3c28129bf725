using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The open brackets, operands and operators while a formula is read.</summary>
/// <remarks>Explicit stacks keep the depth of a formula out of the thread's stack.</remarks>
internal sealed class FormulaStacks
{
    private static readonly int KindCount = System.Enum.GetValues(typeof(FormulaNodeKind)).Length;
    private readonly string _text;
    private readonly IReadOnlyList<FormulaToken> _tokens;
    private readonly Stack<FormulaFrame> _frames = new();
    private readonly List<FormulaNode> _operands = new();
    private readonly Stack<(int Token, int Strength, bool IsUnary)> _operators = new();
    private readonly int[] _open = new int[KindCount];
    private readonly List<FormulaNode> _nodes = new();
    private readonly List<FormulaProblem> _problems = new();

    public FormulaStacks(string text, IReadOnlyList<FormulaToken> tokens)
    {
        _text = text;
        _tokens = tokens;
        _frames.Push(new FormulaFrame(FormulaNodeKind.Missing, -1, -1, 0, 0, 0));
    }

    public IReadOnlyList<FormulaNode> Nodes => _nodes;

    /// <summary>The problems in the order of the text; brackets that are not closed come last, as echoes of other problems.</summary>
    public IReadOnlyList<FormulaProblem> Problems => _problems.Count < 2 ? _problems : _problems
        .OrderBy(problem => problem.Kind == FormulaProblemKind.Unclosed).ThenBy(problem => problem.Start).ToList();

    public void Report(FormulaProblemKind kind, int start, int end) => _problems.Add(new FormulaProblem(kind, start, end));

    public void Push(FormulaNodeKind kind, int token) => Add(new FormulaNode(kind, token, _tokens[token].Start, _tokens[token].End));

    /// <summary>Fills the place of a value that is not there.</summary>
    public void PushMissing(int token)
    {
        var at = _tokens[token];
        var frame = _frames.Peek();
        var isArgument = _operators.Count == frame.Operators && frame.Kind is FormulaNodeKind.Call or FormulaNodeKind.Record;
        Report(isArgument ? FormulaProblemKind.EmptyArgument : FormulaProblemKind.MissingOperand, at.Start, at.End);
        Add(new FormulaNode(FormulaNodeKind.Missing, token, at.Start, at.Start));
    }

    public void PushUnary(int token, int strength) => _operators.Push((token, strength, true));

    public void PushBinary(int token, int strength)
    {
        Reduce(strength);
        _operators.Push((token, strength, false));
    }

    public void Open(FormulaNodeKind kind, int token, int bracket, int start)
    {
        _frames.Push(new FormulaFrame(kind, token, bracket, start, _operands.Count, _operators.Count));
        _open[(int)kind]++;
    }

    /// <summary>Opens an index after the value that was just read.</summary>
    public void OpenIndex(int token)
    {
        var value = Pop();
        Open(FormulaNodeKind.Index, token, token, value.Start);
        _frames.Peek().Arguments.Add(value);
    }

    /// <summary>Opens the arguments of a dotted name, such as STDEV.P(x), which no function of Sigma has.</summary>
    public void OpenMethod(int token)
    {
        var start = Pop();
        var name = token;
        for (; start.Kind == FormulaNodeKind.Path; start = start.Children[0])
        {
            _nodes.RemoveAt(_nodes.Count - 1);
        }

        if (start.Kind == FormulaNodeKind.Name)
        {
            _nodes.RemoveAt(_nodes.Count - 1);
            name = start.Token;
        }

        Open(FormulaNodeKind.Call, name, token + 1, start.Start);
    }

    /// <summary>Makes the value that was just read the beginning of a path.</summary>
    public void WrapPath(int token)
    {
        var value = Pop();
        Add(new FormulaNode(FormulaNodeKind.Path, token, value.Start, _tokens[token].End, new[] { value }));
    }

    /// <summary>Ends an argument.</summary>
    public void Separate(int token)
    {
        var at = _tokens[token];
        var frame = _frames.Peek();
        Reduce(FormulaOperators.None);
        if (at.Kind == FormulaTokenKind.Semicolon)
        {
            Report(FormulaProblemKind.Semicolon, at.Start, at.End);
        }
        else if (frame.Kind is not (FormulaNodeKind.Call or FormulaNodeKind.Record))
        {
            Report(FormulaProblemKind.UnexpectedComma, at.Start, at.End);
        }

        frame.Arguments.Add(Pop());
    }

    /// <summary>Takes the name before a colon as the key of a record's field.</summary>
    public void ReadKey(int token)
    {
        var frame = _frames.Peek();
        var isKey = frame.Kind == FormulaNodeKind.Record && _operators.Count == frame.Operators
            && _operands[_operands.Count - 1].Kind is FormulaNodeKind.Name or FormulaNodeKind.Text;
        if (isKey)
        {
            Pop();
            _nodes.RemoveAt(_nodes.Count - 1);
        }
        else
        {
            Report(FormulaProblemKind.UnexpectedColon, _tokens[token].Start, _tokens[token].End);
            PushBinary(-1, FormulaOperators.None);
        }
    }

    /// <summary>Closes the innermost part of a kind, and with it what was left open inside.</summary>
    public void Close(int token, FormulaNodeKind kind, FormulaNodeKind other)
    {
        var at = _tokens[token];
        if (Count(kind) + Count(other) == 0)
        {
            Report(FormulaProblemKind.Unopened, at.Start, at.End);
            return;
        }

        while (_frames.Peek().Kind != kind && _frames.Peek().Kind != other)
        {
            ReportUnclosed();
            End(at.Start);
        }

        End(at.End);
    }

    /// <summary>Closes everything at the end of the text.</summary>
    public FormulaNode CloseAll()
    {
        while (_frames.Count > 1)
        {
            ReportUnclosed();
            End(_text.Length);
        }

        Reduce(FormulaOperators.None);
        var arguments = _frames.Peek().Arguments;
        if (arguments.Count == 0)
        {
            return Pop();
        }

        arguments.Add(Pop());
        Add(new FormulaNode(FormulaNodeKind.Group, -1, 0, _text.Length, arguments));
        return Pop();
    }

    private void End(int end)
    {
        var frame = _frames.Peek();
        Reduce(FormulaOperators.None);
        if (_operands.Count > frame.Operands)
        {
            frame.Arguments.Add(Pop());
        }

        _frames.Pop();
        _open[(int)frame.Kind]--;
        Add(new FormulaNode(frame.Kind, frame.Token, frame.Start, end, frame.Arguments));
    }

    private void ReportUnclosed()
    {
        var bracket = _tokens[_frames.Peek().Bracket];
        Report(FormulaProblemKind.Unclosed, bracket.Start, bracket.End);
    }

    private void Reduce(int strength)
    {
        var floor = _frames.Peek().Operators;
        while (_operators.Count > floor && _operators.Peek().Strength >= strength)
        {
            var (token, _, isUnary) = _operators.Pop();
            var right = Pop();
            if (isUnary)
            {
                Add(new FormulaNode(FormulaNodeKind.Unary, token, _tokens[token].Start, right.End, new[] { right }));
            }
            else
            {
                var left = Pop();
                Add(new FormulaNode(FormulaNodeKind.Binary, token, left.Start, right.End, new[] { left, right }));
            }
        }
    }

    private void Add(FormulaNode node)
    {
        _operands.Add(node);
        _nodes.Add(node);
    }

    private FormulaNode Pop()
    {
        var node = _operands[_operands.Count - 1];
        _operands.RemoveAt(_operands.Count - 1);
        return node;
    }

    private int Count(FormulaNodeKind kind) => _open[(int)kind];
}
