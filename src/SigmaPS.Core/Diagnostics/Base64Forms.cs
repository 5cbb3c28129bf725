using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Diagnostics;

/// <summary>Computes how a text appears in the Base64 of a longer text, for example "Bearer " and a token. The form depends on the text's
/// offset.</summary>
internal static class Base64Forms
{
    // Base64 encodes three bytes as four characters, so there are three alignments.
    private const int Places = 3;

    /// <summary>Returns the characters that depend on the text alone, per alignment and in both Base64 alphabets.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < Places; before++)
        {
            var shifted = new byte[before + bytes.Length];
            bytes.CopyTo(shifted, before);

            // Each character encodes six bits; the first and the last may include bits of the neighbors.
            var first = ((before * 8) + 5) / 6;
            var end = shifted.Length * 8 / 6;
            var form = Convert.ToBase64String(shifted).Substring(first, end - first);
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }
}
