namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The tokens that can follow a value: operators, separators, steps and closing brackets.</summary>
internal sealed partial class FormulaReading
{
    private void ReadBehindValue()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case FormulaTokenKind.Operator:
                ReadOperator(token);
                break;
            case FormulaTokenKind.Name when FormulaOperators.Strength(_text.Substring(token.Start, token.Length)) is > 0 and var strength:
                _stacks.PushBinary(_at, strength);
                _valueDue = true;
                break;
            case FormulaTokenKind.Comma or FormulaTokenKind.Semicolon:
                _stacks.Separate(_at);
                _valueDue = true;
                break;
            case FormulaTokenKind.Colon:
                _stacks.ReadKey(_at);
                _valueDue = true;
                break;
            case FormulaTokenKind.Dot:
                ReadStep(token);
                break;
            case FormulaTokenKind.OpenBracket:
                _stacks.OpenIndex(_at);
                _valueDue = true;
                break;
            case FormulaTokenKind.CloseParenthesis:
                _stacks.Close(_at, FormulaNodeKind.Call, FormulaNodeKind.Group);
                break;
            case FormulaTokenKind.CloseBrace:
                _stacks.Close(_at, FormulaNodeKind.Record, FormulaNodeKind.Record);
                break;
            case FormulaTokenKind.CloseBracket:
                _stacks.Close(_at, FormulaNodeKind.Index, FormulaNodeKind.Index);
                break;
            case FormulaTokenKind.Unknown:
                _stacks.Report(FormulaProblemKind.UnexpectedCharacter, token.Start, token.End);
                break;
            default:
                _stacks.Report(FormulaProblemKind.MissingOperator, token.Start, token.End);
                _stacks.PushBinary(-1, FormulaOperators.None);
                _valueDue = true;
                ReadValue();
                break;
        }
    }

    private void ReadOperator(FormulaToken token)
    {
        var text = _text.Substring(token.Start, token.Length);
        var next = _tokens[_at + 1];
        if (text == "%" && next.Kind is FormulaTokenKind.End or FormulaTokenKind.Comma or FormulaTokenKind.CloseParenthesis)
        {
            _stacks.Report(FormulaProblemKind.PercentSign, token.Start, token.End);
            return;
        }

        if (FormulaOperators.IsForeign(text))
        {
            _stacks.Report(FormulaProblemKind.ForeignOperator, token.Start, token.End);
        }

        _stacks.PushBinary(_at, FormulaOperators.Strength(text));
        _valueDue = true;
    }

    // A step directly follows its dot; [Column] .field is a known slip (function sheet, row 136).
    private void ReadStep(FormulaToken dot)
    {
        var next = _tokens[_at + 1];
        if (next.Kind is not (FormulaTokenKind.Name or FormulaTokenKind.Text) || next.Start != dot.End)
        {
            _stacks.Report(FormulaProblemKind.UnexpectedDot, dot.Start, dot.End);
            return;
        }

        if (_at > 0 && dot.Start > _tokens[_at - 1].End)
        {
            _stacks.Report(FormulaProblemKind.BlankBeforeDot, _tokens[_at - 1].End, dot.End);
        }

        _stacks.WrapPath(++_at);
        if (_tokens[_at + 1].Kind == FormulaTokenKind.OpenParenthesis)
        {
            _stacks.OpenMethod(_at);
            _at++;
            _valueDue = _tokens[_at + 1].Kind != FormulaTokenKind.CloseParenthesis;
        }
    }
}
