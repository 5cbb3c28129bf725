namespace SigmaPS.Completion;

/// <summary>A possible argument and its display text.</summary>
internal readonly struct Candidate
{
    public Candidate(string text, string? hint = null)
    {
        Text = text;
        Hint = string.IsNullOrEmpty(hint) ? text : hint!;
    }

    /// <summary>The text to insert.</summary>
    public string Text { get; }

    /// <summary>The text to show.</summary>
    public string Hint { get; }
}
