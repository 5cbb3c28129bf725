using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>Splits a formula into tokens. All other code reads tokens and not characters.</summary>
/// <remarks>Every text is accepted: an unclosed quote or bracket gives a token up to the end.</remarks>
/// <param name="text">The formula.</param>
public sealed class FormulaLexer(string text)
{
    private readonly string _text = text;
    private FormulaToken _last;
    private bool _afterDot;
    private bool _afterValue;

    /// <summary>Whether a comment was skipped so far.</summary>
    public bool HasComment { get; private set; }

    /// <summary>Reads a whole formula.</summary>
    /// <param name="text">The formula.</param>
    /// <returns>Its tokens; the last one is the end.</returns>
    public static IReadOnlyList<FormulaToken> ReadAll(string text)
    {
        var lexer = new FormulaLexer(text);
        var tokens = new List<FormulaToken>();
        do
        {
            tokens.Add(lexer.Read());
        }
        while (tokens[tokens.Count - 1].Kind != FormulaTokenKind.End);

        return tokens;
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>The token; after the end of the text, always the end token.</returns>
    public FormulaToken Read()
    {
        var start = SkipBlanks(_last.End);
        _last = start == _text.Length ? new FormulaToken(FormulaTokenKind.End, start, start) : ReadAt(start, start == _last.End);
        _afterValue = _last.Kind is FormulaTokenKind.Reference or FormulaTokenKind.CloseParenthesis or FormulaTokenKind.CloseBracket
            or FormulaTokenKind.CloseBrace || (_last.Kind == FormulaTokenKind.Name && _afterDot);
        _afterDot = _last.Kind == FormulaTokenKind.Dot;
        return _last;
    }

    private FormulaToken ReadAt(int start, bool isAdjacent)
    {
        var c = _text[start];
        switch (c)
        {
            case '"' or '\'' or '`':
                return Until(FormulaTokenKind.Text, start, FormulaCharacters.EndOfText(_text, start, c));
            case '“' or '”' or '‘' or '’':
                return Until(FormulaTokenKind.Text, start, FormulaCharacters.EndOfCurlyText(_text, start));
            case '[':
                return isAdjacent && _afterValue && FormulaCharacters.IsIndex(_text, start)
                    ? One(FormulaTokenKind.OpenBracket, start)
                    : Until(FormulaTokenKind.Reference, start, FormulaCharacters.EndOfReference(_text, start));
            case '{' when Next(start) is '{':
                return Until(FormulaTokenKind.Template, start, FormulaCharacters.Behind(_text, start, "}}"));
            case '{' when Next(start) is '%':
                return Until(FormulaTokenKind.Template, start, FormulaCharacters.Behind(_text, start, "%}"));
            case '$' when Next(start) is '{':
                return Until(FormulaTokenKind.Template, start, FormulaCharacters.Behind(_text, start, "}"));
            case >= '0' and <= '9':
                return Number(start);
            case '.' when Next(start) is >= '0' and <= '9' && !(isAdjacent && _afterValue):
                return Number(start);
        }

        if (char.IsLetter(c) || c == '_')
        {
            return new FormulaToken(FormulaTokenKind.Name, start, FormulaCharacters.EndOfName(_text, start));
        }

        return IsLongOperator(c, Next(start)) ? new FormulaToken(FormulaTokenKind.Operator, start, start + 2) : One(Single(c), start);
    }

    private static bool IsLongOperator(char c, char next) => c switch
    {
        '<' => next is '=' or '>',
        '>' or '!' => next == '=',
        '=' => next == '=',
        '&' => next == '&',
        '|' => next == '|',
        ':' => next is ':' or '=',
        _ => false,
    };

    private static FormulaTokenKind Single(char c) => c switch
    {
        ',' => FormulaTokenKind.Comma,
        ';' => FormulaTokenKind.Semicolon,
        ':' => FormulaTokenKind.Colon,
        '.' => FormulaTokenKind.Dot,
        '(' => FormulaTokenKind.OpenParenthesis,
        ')' => FormulaTokenKind.CloseParenthesis,
        '{' => FormulaTokenKind.OpenBrace,
        '}' => FormulaTokenKind.CloseBrace,
        ']' => FormulaTokenKind.CloseBracket,
        '+' or '-' or '*' or '/' or '^' or '%' or '&' or '<' or '>' or '=' or '!' or '|' => FormulaTokenKind.Operator,
        _ => FormulaTokenKind.Unknown,
    };

    // A digit that runs into letters (2nd) is one word, so that one message covers it.
    private FormulaToken Number(int start)
    {
        var end = FormulaCharacters.EndOfNumber(_text, start);
        var behind = FormulaCharacters.EndOfName(_text, end);
        return behind == end
            ? new FormulaToken(FormulaTokenKind.Number, start, end)
            : new FormulaToken(FormulaTokenKind.Name, start, behind);
    }

    private int SkipBlanks(int at)
    {
        while (at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[at]))
            {
                at++;
            }
            else if (_text[at] == '/' && Next(at) is '/' or '*')
            {
                HasComment = true;
                var end = Next(at) == '*' ? FormulaCharacters.Behind(_text, at + 2, "*/") : _text.IndexOf('\n', at);
                at = end < 0 ? _text.Length : end;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private char Next(int at) => at + 1 < _text.Length ? _text[at + 1] : '\0';

    private FormulaToken Until(FormulaTokenKind kind, int start, int end) => new(kind, start, end < 0 ? _text.Length : end, end >= 0);

    private static FormulaToken One(FormulaTokenKind kind, int start) => new(kind, start, start + 1);
}
