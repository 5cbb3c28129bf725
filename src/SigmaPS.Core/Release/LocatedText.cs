namespace SigmaPS.Core.Release;

/// <summary>A text of the environment file with its place, for an error about it.</summary>
public sealed class LocatedText
{
    internal LocatedText(string text, string place)
    {
        Text = text;
        Place = place;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its place: line 12, column 20.</summary>
    public string Place { get; }
}
