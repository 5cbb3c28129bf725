using System;

namespace SigmaPS.Core.Diagnostics;

/// <summary>A line and column in a text.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in UTF-16 units.</param>
public readonly struct TextPosition(int line, int column)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1, in UTF-16 units.</summary>
    public int Column { get; } = column;

    /// <summary>Finds the line and column of an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">The offset in it, in UTF-16 units; beyond the end means the end.</param>
    /// <returns>The position.</returns>
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
