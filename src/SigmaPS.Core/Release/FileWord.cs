using System;

namespace SigmaPS.Core.Release;

/// <summary>Reads a word of a state file as a value of an enum: by its exact name, never by its number.</summary>
internal static class FileWord
{
    /// <summary>Reads a word.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="word">The word; null where the file has none.</param>
    /// <returns>The value; null for another word.</returns>
    public static T? Read<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, out var value) && value.ToString() == word ? value : null;
}
