using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Turns offsets of a text into lines and columns, however many there are.</summary>
public sealed class LineMap
{
    private readonly List<int> _starts = new() { 0 };

    /// <summary>Reads where the lines begin.</summary>
    /// <param name="text">The text.</param>
    public LineMap(string text)
    {
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            _starts.Add(at + 1);
        }
    }

    /// <summary>The place of an offset.</summary>
    /// <param name="offset">Not below zero.</param>
    /// <returns>Line and column, from 1.</returns>
    public TextPosition At(int offset)
    {
        var found = _starts.BinarySearch(Math.Max(offset, 0));
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, Math.Max(offset, 0) - _starts[line] + 1);
    }
}
