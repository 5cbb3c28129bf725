using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Converts offsets in a text to lines and columns. It reads the text only once.</summary>
public sealed class LineMap
{
    private readonly List<int> _starts = new() { 0 };

    /// <summary>Finds the beginning of each line.</summary>
    /// <param name="text">The text.</param>
    public LineMap(string text)
    {
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            _starts.Add(at + 1);
        }
    }

    /// <summary>The position of an offset.</summary>
    /// <param name="offset">Not below zero.</param>
    /// <returns>Line and column, from 1.</returns>
    public TextPosition At(int offset)
    {
        var found = _starts.BinarySearch(Math.Max(offset, 0));
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, Math.Max(offset, 0) - _starts[line] + 1);
    }
}
