namespace SigmaPS.Core.Release;

/// <summary>A text of the environment file with its place, for an error about it.</summary>
public sealed class LocatedText(string text, string place)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Its place: line 12, column 20.</summary>
    public string Place { get; } = place;
}
