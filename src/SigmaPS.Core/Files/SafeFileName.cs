using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Files;

/// <summary>
/// Converts a model's name to a part of a file name that is valid on every system. It contains no separator, so a name cannot lead out of
/// its folder (path traversal).
/// </summary>
public static class SafeFileName
{
    private const int Longest = 80;

    // Most systems allow 255 bytes of UTF-8; ID, version and time after the name need 60 of them.
    private const int MostBytes = 160;

    // Windows reserves these names for devices, with any extension.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Replaces invalid characters and shortens the name.</summary>
    /// <param name="name">Any text.</param>
    /// <returns>Letters, digits, spaces and some punctuation, at most 80 characters; never empty, never ending in a space or dot.</returns>
    public static string FromName(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            text.Append(char.IsLetterOrDigit(c) || c is ' ' or '_' or '.' or ',' or '+' or '=' or '(' or ')' ? c : '-');
        }

        var safe = text.ToString();
        if (safe.Length > Longest)
        {
            safe = safe.Substring(0, Longest);
        }

        while (Encoding.UTF8.GetByteCount(safe) > MostBytes)
        {
            safe = safe.Substring(0, safe.Length - 1);
        }

        safe = safe.Trim(' ', '.', '-');
        return safe.Length == 0 ? "model" : Reserved.Contains(safe.Split('.')[0].TrimEnd()) ? "_" + safe : safe;
    }
}
