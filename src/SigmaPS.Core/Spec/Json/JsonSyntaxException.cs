using System;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Text that is no JSON, and where.</summary>
public sealed class JsonSyntaxException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">What is wrong, in plain words.</param>
    /// <param name="position">Where.</param>
    public JsonSyntaxException(string problem, TextPosition position)
        : base($"{problem} (line {position.Line}, column {position.Column})")
    {
        Problem = problem;
        Position = position;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>Where it is wrong.</summary>
    public TextPosition Position { get; }
}

/// <summary>A value that the target of a conversion cannot hold; the path grows while the reader unwinds.</summary>
public sealed class NotRepresentableException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">What cannot be held, in plain words.</param>
    public NotRepresentableException(string problem) : base(problem)
    {
    }

    /// <summary>The JSON pointer of the value (RFC 6901).</summary>
    public string Pointer { get; private set; } = "";

    /// <summary>Puts the next outer step in front of the pointer.</summary>
    /// <param name="segment">A member's name or an item's index.</param>
    public void Prepend(string segment) => Pointer = JsonPointer.Segment(segment) + Pointer;
}

/// <summary>A place in a text.</summary>
public readonly struct TextPosition
{
    /// <summary>Makes a place.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1, in UTF-16 units.</param>
    public TextPosition(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>Finds the place of an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">The offset in it.</param>
    /// <returns>The place.</returns>
    public static TextPosition At(string text, int offset)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset && i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
        }

        return new TextPosition(line, Math.Min(offset, text.Length) - start + 1);
    }
}
