using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Maps between the original text and the text that the scanner reads.</summary>
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

    /// <summary>The text that the scanner reads.</summary>
    public string Scanned { get; }

    /// <summary>Whether a name or item begins directly after a colon.</summary>
    public bool IsBehindColon(long scanned) => scanned > 0 && Scanned[(int)scanned - 1] == ':';

    /// <summary>Whether the indentation of the line at an offset of the scanner contains a tab.</summary>
    public bool IsIndentedWithTab(long scanned)
    {
        var start = scanned == 0 ? 0 : Scanned.LastIndexOf('\n', (int)Math.Min(scanned, Scanned.Length) - 1) + 1;
        return Scanned.Skip(start).TakeWhile(c => c is ' ' or '\t').Contains('\t');
    }

    /// <summary>Converts an offset of the scanner to an offset in the original text.</summary>
    public int Offset(long scanned)
    {
        var before = FirstAt(scanned);
        return (int)scanned + _skipped + (before == 0 ? 0 : _swaps[before - 1].Shift);
    }

    /// <summary>Creates an error at an offset of the scanner.</summary>
    public JsonSyntaxException Error(string problem, long scanned) => new(problem, TextPosition.At(_text, Offset(scanned)));

    /// <summary>Replaces the placeholders in a scalar's value by the original characters.</summary>
    /// <param name="value">The scanner's value.</param>
    /// <param name="end">The scanner's offset of the scalar's end.</param>
    /// <param name="unescape">Whether to decode escapes, which only double quotes have.</param>
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

        // Take the scalar's last placeholders, because a comment after its '|' is inside its range but not in its value.
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
            restored.Append(
                isEscape ? ((char)YamlCharacters.Hex(_text, swap.At + 2, 4)).ToString() : _text.Substring(swap.At, swap.Length));
        }

        return restored.ToString();
    }

    private static bool IsStandIn(string value, int at) =>
        value[at] == YamlPlaceholder.StandIn && (at == 0 || !char.IsHighSurrogate(value[at - 1]));

    // The first placeholder at or after an offset of the scanner.
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
