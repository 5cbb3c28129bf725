using System.Collections.Generic;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>A text as the scanner is given it, and the way back to the text as it was.</summary>
internal sealed class YamlSource
{
    private readonly string _text;
    private readonly int _skipped;
    private readonly List<YamlPlaceholder> _swaps = new();

    public YamlSource(string text)
    {
        _text = text;
        _skipped = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        Scanned = YamlPlaceholder.Make(text, _skipped, _swaps);
    }

    /// <summary>What the scanner reads.</summary>
    public string Scanned { get; }

    /// <summary>Whether a name or item begins right behind a colon.</summary>
    public bool IsBehindColon(long scanned) => scanned > 0 && Scanned[(int)scanned - 1] == ':';

    /// <summary>An offset of the scanner as an offset in the text.</summary>
    public int Offset(long scanned)
    {
        var before = FirstAt(scanned);
        return (int)scanned + _skipped + (before == 0 ? 0 : _swaps[before - 1].Shift);
    }

    /// <summary>An error at an offset of the scanner.</summary>
    public JsonSyntaxException Error(string problem, long scanned) => new(problem, TextPosition.At(_text, Offset(scanned)));

    /// <summary>Puts back what stands for something else in a scalar's value.</summary>
    /// <param name="value">The value as the scanner gave it.</param>
    /// <param name="end">Where the scalar ends for the scanner.</param>
    /// <param name="unescape">Whether escapes mean something there: in double quotes alone.</param>
    public string Restore(string value, long end, bool unescape)
    {
        if (_swaps.Count == 0 || value.IndexOf(YamlPlaceholder.StandIn) < 0)
        {
            return value;
        }

        var count = 0;
        for (var i = 0; i < value.Length; i++)
        {
            count += IsStandIn(value, i) ? 1 : 0;
        }

        // The scalar's last ones, because a comment behind its '|' stands inside its place and not in its value.
        var next = FirstAt(end) - count;
        var restored = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (!IsStandIn(value, i))
            {
                restored.Append(value[i]);
                continue;
            }

            var swap = _swaps[next++];
            var isEscape = unescape && swap.Length > 1;
            restored.Append(isEscape ? ((char)YamlCharacters.Hex(_text, swap.At + 2, 4)).ToString() : _text.Substring(swap.At, swap.Length));
        }

        return restored.ToString();
    }

    private static bool IsStandIn(string value, int at) => value[at] == YamlPlaceholder.StandIn && (at == 0 || !char.IsHighSurrogate(value[at - 1]));

    // The first swap at or behind an offset of the scanner.
    private int FirstAt(long scanned)
    {
        int low = 0, high = _swaps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _swaps[middle].Scanned < scanned ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
