using System.Collections.Generic;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>A character or escape for which the scanner is given a stand-in.</summary>
/// <remarks>
/// YamlDotNet breaks lines at U+0085, U+2028 and U+2029, as YAML 1.1 did and 1.2 does not (https://yaml.org/spec/1.2.2/#54-line-break-characters), and fails on \uD800,
/// which JSON knows. Each of them goes in as one stand-in: half a surrogate pair, which cannot stand in the text itself.
/// </remarks>
internal readonly struct YamlPlaceholder
{
    /// <summary>What the scanner reads instead.</summary>
    public const char StandIn = '\uDC00';

    private YamlPlaceholder(int scanned, int at, int length, int shift) => (Scanned, At, Length, Shift) = (scanned, at, length, shift);

    /// <summary>Where it stands for the scanner.</summary>
    public int Scanned { get; }

    /// <summary>Where it stands in the text.</summary>
    public int At { get; }

    /// <summary>How long it is in the text.</summary>
    public int Length { get; }

    /// <summary>How much longer the text is than the scanner's, up to and with this place.</summary>
    public int Shift { get; }

    /// <summary>Makes the scanner's text.</summary>
    /// <param name="text">The text as it is.</param>
    /// <param name="skipped">How much of its start is left out.</param>
    /// <param name="swaps">Takes each stand-in, in order.</param>
    public static string Make(string text, int skipped, List<YamlPlaceholder> swaps)
    {
        var scanned = new StringBuilder();
        var plain = skipped;
        var shift = 0;
        for (var i = skipped; i < text.Length; i++)
        {
            var length = 1;
            if (text[i] == '\\')
            {
                // A second backslash is the first one's business.
                length = YamlCharacters.IsSurrogateEscape(text, i) ? 6 : 0;
                i += length == 0 && i + 1 < text.Length && text[i + 1] == '\\' ? 1 : 0;
            }
            else if (YamlCharacters.IsRefused(text, ref i))
            {
                throw new JsonSyntaxException("A control character or half a surrogate pair stands here; inside double quotes it is written as \\u and four hexadecimal digits", TextPosition.At(text, i));
            }
            else if (!YamlCharacters.IsOldBreakOrMark(text[i]))
            {
                length = 0;
            }

            if (length > 0)
            {
                swaps.Add(new YamlPlaceholder(scanned.Length + i - plain, i, length, shift += length - 1));
                scanned.Append(text, plain, i - plain).Append(StandIn);
                plain = i + length;
                i = plain - 1;
            }
        }

        return plain == 0 ? text : scanned.Append(text, plain, text.Length - plain).ToString();
    }
}
