using System.Collections.Generic;
using System.Text;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>A character or escape that the scanner reads as a placeholder.</summary>
/// <remarks>
/// YamlDotNet breaks lines at U+0085, U+2028 and U+2029. YAML 1.1 did too, YAML 1.2 does not
/// (https://yaml.org/spec/1.2.2/#54-line-break-characters). It also fails on \uD800,
/// which JSON allows. A lone surrogate replaces each of them, because the text itself cannot contain one.
/// </remarks>
internal readonly struct YamlPlaceholder
{
    /// <summary>The placeholder that the scanner reads.</summary>
    public const char StandIn = '\uDC00';

    private YamlPlaceholder(int scanned, int at, int length, int shift) => (Scanned, At, Length, Shift) = (scanned, at, length, shift);

    /// <summary>The offset in the scanner's text.</summary>
    public int Scanned { get; }

    /// <summary>The offset in the original text.</summary>
    public int At { get; }

    /// <summary>The length in the original text.</summary>
    public int Length { get; }

    /// <summary>By how much the original text is longer than the scanner's, up to and including this placeholder.</summary>
    public int Shift { get; }

    /// <summary>Creates the scanner's text.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="skipped">The number of characters omitted at its start.</param>
    /// <param name="swaps">Receives each placeholder, in order.</param>
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
                // The first backslash escapes the second one, so skip both.
                length = YamlCharacters.IsSurrogateEscape(text, i) ? 6 : 0;
                i += length == 0 && i + 1 < text.Length && text[i + 1] == '\\' ? 1 : 0;
            }
            else if (YamlCharacters.IsRefused(text, ref i))
            {
                throw new JsonSyntaxException(
                    "Control characters and lone surrogates are not allowed here; in double quotes, write \\u and four hexadecimal digits",
                    TextPosition.At(text, i));
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
