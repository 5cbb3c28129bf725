using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>C# source with its comments and literal texts blanked, so that a search finds code alone.</summary>
internal sealed class CodeText
{
    // The characters that a comment or a literal begins with.
    private const string Beginnings = "/'\"$@";

    private static readonly Regex Skipped = new(
        @"\G(//[^\n]*|/\*.*?\*/|'(\\'|\\[^']+|[^'\\\n])')", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex Start = new(@"\G(?<prefix>[$@]*)(?<quotes>""+)", RegexOptions.CultureInvariant);

    private readonly List<(int Line, string Code)> _holes = [];
    private readonly string _source;
    private readonly char[] _code;

    public CodeText(string source)
    {
        _source = source;
        _code = source.ToCharArray();
        ReadCode(0, null);
    }

    /// <summary>The code. Each character is at the place that it has in the source.</summary>
    public string Code => new(_code);

    /// <summary>The code between the braces of interpolated strings.</summary>
    public IReadOnlyList<(int Line, string Code)> Holes => _holes;

    // Returns the place of the end: of the source, or of the braces that the code is in.
    private int ReadCode(int at, string? end)
    {
        for (int depth = 0; at < _source.Length;)
        {
            if (depth == 0 && end is not null && Is(end, at))
            {
                return at;
            }

            if (!Beginnings.Contains(_source[at]))
            {
                depth += Depth(_source[at++]);
            }
            else if (Skipped.Match(_source, at) is { Success: true } skipped)
            {
                at = Blank(at, at + skipped.Length);
            }
            else if (Start.Match(_source, at) is { Success: true } start)
            {
                at = ReadText(at, start.Groups["prefix"].Value, start.Groups["quotes"].Length);
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private int ReadText(int at, string prefix, int quotes)
    {
        bool isVerbatim = prefix.Contains('@');
        bool isRaw = !isVerbatim && quotes >= 3;
        int dollars = prefix.Count(character => character == '$');
        string braces = new('}', isRaw ? Math.Max(dollars, 1) : 1);
        string end = new('"', isRaw ? quotes : 1);
        int begin = at;
        for (at += prefix.Length + end.Length; !EndsAt(at, end, isVerbatim);)
        {
            int run = dollars == 0 ? 0 : Run('{', at);
            bool isHole = isRaw ? run >= dollars && run > 0 : run % 2 == 1;
            if (isHole)
            {
                Blank(begin, at + run);
                begin = ReadCode(at + run, braces);
                _holes.Add((_source.AsSpan(0, at).Count('\n') + 1, new string(_code, at + run, begin - at - run)));
                at = begin + braces.Length;
            }
            else
            {
                bool isEscaped = isVerbatim ? Is("\"\"", at) : !isRaw && _source[at] == '\\';
                at += Math.Max(run, isEscaped ? 2 : 1);
            }
        }

        return Blank(begin, at + Math.Max(end.Length, isRaw ? Run('"', at) : 0));
    }

    private bool EndsAt(int at, string end, bool isVerbatim) => Is(end, at) && !(isVerbatim && Is("\"\"", at));

    private bool Is(string text, int at) => string.CompareOrdinal(_source, at, text, 0, text.Length) == 0;

    private int Run(char character, int at)
    {
        int end = at;
        while (end < _source.Length && _source[end] == character)
        {
            end++;
        }

        return end - at;
    }

    private int Blank(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            _code[at] = _code[at] == '\n' ? '\n' : '_';
        }

        return to;
    }

    /// <summary>The change of the depth of brackets.</summary>
    public static int Depth(char character) => character switch
    {
        '(' or '[' or '{' => 1,
        ')' or ']' or '}' => -1,
        _ => 0,
    };
}
