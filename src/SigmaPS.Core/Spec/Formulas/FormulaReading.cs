using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One run of the parser: it decides what a token means by whether a value or an operator is due.</summary>
internal sealed partial class FormulaReading
{
    private readonly string _text;
    private readonly IReadOnlyList<FormulaToken> _tokens;
    private readonly FormulaStacks _stacks;
    private readonly bool _hasComment;
    private int _at;
    private bool _valueDue = true;

    public FormulaReading(string text, IReadOnlyList<FormulaToken> tokens, bool hasComment)
    {
        _text = text;
        _tokens = tokens;
        _hasComment = hasComment;
        _stacks = new FormulaStacks(text, tokens);
    }

    public FormulaTree Run()
    {
        if (_tokens[0].Kind == FormulaTokenKind.End)
        {
            return Finish(null);
        }

        for (; _tokens[_at].Kind != FormulaTokenKind.End; _at++)
        {
            if (_valueDue)
            {
                ReadValue();
            }
            else
            {
                ReadBehindValue();
            }
        }

        if (_valueDue)
        {
            Missing();
        }

        return Finish(_stacks.CloseAll());
    }

    private FormulaTree Finish(FormulaNode? root)
    {
        if (root is null && _hasComment)
        {
            _stacks.Report(FormulaProblemKind.OnlyComment, 0, _text.Length);
        }

        return new FormulaTree(_text, _tokens, _stacks.Nodes, root, _stacks.Problems, _hasComment);
    }

    private void ReadValue()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case FormulaTokenKind.Number:
                Value(FormulaNodeKind.Number);
                break;
            case FormulaTokenKind.Text:
                ReadText(token);
                break;
            case FormulaTokenKind.Reference:
                ReadReference(token);
                break;
            case FormulaTokenKind.Template:
                Value(FormulaNodeKind.Template);
                break;
            case FormulaTokenKind.Name:
                ReadName();
                break;
            case FormulaTokenKind.OpenParenthesis:
                _stacks.Open(FormulaNodeKind.Group, _at, _at, token.Start);
                break;
            case FormulaTokenKind.OpenBrace:
                _stacks.Open(FormulaNodeKind.Record, _at, _at, token.Start);
                _valueDue = _tokens[_at + 1].Kind != FormulaTokenKind.CloseBrace;
                break;
            case FormulaTokenKind.Operator when _text[token.Start] is '-' or '+':
                _stacks.PushUnary(_at, FormulaOperators.Sign);
                break;
            case FormulaTokenKind.Operator when token.Length == 1 && _text[token.Start] == '!':
                _stacks.Report(FormulaProblemKind.ForeignOperator, token.Start, token.End);
                _stacks.PushUnary(_at, FormulaOperators.Not);
                break;
            case FormulaTokenKind.Operator when _at == 0 && token.Length == 1 && _text[token.Start] == '=':
                _stacks.Report(FormulaProblemKind.LeadingEquals, token.Start, token.End);
                break;
            case FormulaTokenKind.Unknown:
                _stacks.Report(FormulaProblemKind.UnexpectedCharacter, token.Start, token.End);
                break;
            case FormulaTokenKind.Dot:
                _stacks.Report(FormulaProblemKind.UnexpectedDot, token.Start, token.End);
                break;
            default:
                Missing();
                ReadBehindValue();
                break;
        }
    }

    private void ReadText(FormulaToken token)
    {
        if (_text[token.Start] > '\u007f')
        {
            _stacks.Report(FormulaProblemKind.CurlyQuotes, token.Start, token.End);
        }
        else if (!token.IsClosed)
        {
            _stacks.Report(FormulaProblemKind.UnclosedText, token.Start, token.End);
        }

        Value(FormulaNodeKind.Text);
    }

    private void ReadReference(FormulaToken token)
    {
        if (!token.IsClosed)
        {
            _stacks.Report(FormulaProblemKind.UnclosedReference, token.Start, token.End);
        }

        Value(FormulaNodeKind.Reference);
    }

    private void ReadName()
    {
        var token = _tokens[_at];
        var name = _text.Substring(token.Start, token.Length);
        var next = _tokens[_at + 1];
        if (next.Kind == FormulaTokenKind.OpenParenthesis && !(IsNot(name) && next.Start > token.End))
        {
            _stacks.Open(FormulaNodeKind.Call, _at, _at + 1, token.Start);
            _at++;
            _valueDue = _tokens[_at + 1].Kind != FormulaTokenKind.CloseParenthesis;
        }
        else if (IsNot(name))
        {
            _stacks.PushUnary(_at, FormulaOperators.Not);
        }
        else if (FormulaOperators.Strength(name) > 0)
        {
            Missing();
            ReadBehindValue();
        }
        else
        {
            Value(FormulaOperators.IsWord(name, "true") || FormulaOperators.IsWord(name, "false") ? FormulaNodeKind.Logical
                : FormulaOperators.IsWord(name, "null") ? FormulaNodeKind.Null : FormulaNodeKind.Name);
        }
    }

    private void Value(FormulaNodeKind kind)
    {
        _stacks.Push(kind, _at);
        _valueDue = false;
    }

    private void Missing()
    {
        _stacks.PushMissing(_at);
        _valueDue = false;
    }

    private static bool IsNot(string name) => FormulaOperators.IsWord(name, "not");
}
