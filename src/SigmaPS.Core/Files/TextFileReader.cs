using System;
using System.IO;
using System.Linq;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Files;

/// <summary>Reads a file's text in the encodings of common editors: UTF-8 with or without byte order mark, UTF-16.</summary>
public static class TextFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="code">The error of a file that is empty or is not text, by what the file should be.</param>
    /// <returns>The text.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be read, is empty, or is not text.</exception>
    public static string Read(string path, ErrorCode code)
    {
        if (Directory.Exists(path))
        {
            throw FileErrors.NotAFile(path);
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            var text = Encoded(bytes);
            return string.IsNullOrWhiteSpace(text)
                ? throw new SigmaEngineException(code, $"The file '{path}' is empty.") { Target = path }
                : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new SigmaEngineException(code, $"The file '{path}' is not text in UTF-8 or UTF-16. Save it as UTF-8.", e)
            {
                Target = path,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Reading(path, e);
        }
    }

    private static string Encoded(byte[] bytes) =>
        Starts(bytes, 0xEF, 0xBB, 0xBF) ? new UTF8Encoding(false, true).GetString(bytes, 3, bytes.Length - 3)
        : Starts(bytes, 0xFF, 0xFE) ? new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2)
        : Starts(bytes, 0xFE, 0xFF) ? new UnicodeEncoding(true, true, true).GetString(bytes, 2, bytes.Length - 2)
        : new UTF8Encoding(false, true).GetString(bytes);

    private static bool Starts(byte[] bytes, params byte[] mark) => bytes.Take(mark.Length).SequenceEqual(mark);
}
