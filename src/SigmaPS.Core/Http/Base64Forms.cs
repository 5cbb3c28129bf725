using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Http;

/// <summary>How a text looks within Base64 of a longer text, for example of "Bearer " and a token: that depends on where in it the text begins.</summary>
internal static class Base64Forms
{
    // Three bytes become four characters, so there are three places to begin.
    private const int Places = 3;

    /// <summary>The characters that the text alone decides, in both alphabets of Base64.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < Places; before++)
        {
            var shifted = new byte[before + bytes.Length];
            bytes.CopyTo(shifted, before);

            // Each character holds six bits; the first and the last may hold bits of the neighbors too.
            var first = ((before * 8) + 5) / 6;
            var end = shifted.Length * 8 / 6;
            var form = Convert.ToBase64String(shifted).Substring(first, end - first);
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }
}
